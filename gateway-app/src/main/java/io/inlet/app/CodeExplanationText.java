package io.inlet.app;

import io.inlet.code.CodeExplanation;
import io.inlet.code.CodeReading;
import io.inlet.id.EnumName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation as a person reads it: what was found, and a table of what it was worth. */
final class CodeExplanationText {
    private final CodeExplanation explanation;

    CodeExplanationText(CodeExplanation explanation) {
        this.explanation = explanation;
    }

    void print(PrintWriter out) {
        CodeReading reading = explanation.reading();
        out.printf("code      %s%n", reading.code() == null ? "none" : reading.code());
        out.printf("kind      %s%n", EnumName.of(reading.kind()));
        if (reading.brand() != null) {
            out.printf("brand     %s%n", reading.brand());
        }
        if (reading.validFor() != null) {
            out.printf("good for  %d s%n", reading.validFor().toSeconds());
        }
        if (reading.validUntil() != null) {
            out.printf("good till %s%n", reading.validUntil());
        }
        out.printf("purpose   %s%n", EnumName.of(reading.purpose()));
        out.printf(
                Locale.ROOT,
                "rule      %s, confidence %.2f, rule set %d%n",
                reading.rule(),
                reading.confidence(),
                reading.ruleVersion());
        String languages = String.join(", ", explanation.languages());
        out.printf("language  %s%n", languages.isEmpty() ? "unknown" : languages);
        candidates(out);
        brands(out);
        passedOver(out);
    }

    private void candidates(PrintWriter out) {
        if (explanation.candidates().isEmpty()) {
            out.printf("%nno number or word looks like a code%n");
            return;
        }
        out.println();
        Columns table = new Columns("CANDIDATE", "SCORE", "NAMED BY", "SIGNS");
        for (CodeExplanation.Weighed weighed : explanation.candidates()) {
            table.row(
                    weighed.display(),
                    number(weighed.score()),
                    weighed.namedBy() == null ? "-" : weighed.namedBy(),
                    signs(weighed));
        }
        table.print(out);
        out.printf(
                "%nA score of %s is enough, if no other candidate comes within %s of it.%n",
                number(CodeExplanation.ENOUGH), number(CodeExplanation.MARGIN));
    }

    // What stands around it is in the sum already.
    private static String signs(CodeExplanation.Weighed weighed) {
        String own = signs(weighed.signs());
        return weighed.circumstances().isEmpty()
                ? own
                : own + "; around it: " + signs(weighed.circumstances());
    }

    private static String signs(List<CodeExplanation.Sign> signs) {
        return signs.stream().map(CodeExplanationText::sign).collect(Collectors.joining(", "));
    }

    private static String sign(CodeExplanation.Sign sign) {
        String phrase = sign.phrase() == null ? "" : " '" + sign.phrase() + "'";
        return sign.reason() + phrase + " " + number(sign.weight());
    }

    private void brands(PrintWriter out) {
        if (explanation.brands().isEmpty()) {
            return;
        }
        out.println();
        Columns table = new Columns("BRAND", "ODDS", "NAMED IN");
        for (CodeExplanation.Named named : explanation.brands()) {
            table.row(
                    named.name().replaceAll("\\s", " "),
                    named.odds() == null ? "-" : number(named.odds()),
                    named.source());
        }
        table.print(out);
        out.printf(
                "%nThe likeliest is the brand, if its odds, as a logarithm, are over %s.%n",
                number(CodeExplanation.LIKELY_BRAND));
    }

    private void passedOver(PrintWriter out) {
        if (explanation.passedOver().isEmpty()) {
            return;
        }
        out.println();
        Columns table = new Columns("PASSED OVER", "BECAUSE IT IS");
        for (CodeExplanation.PassedOver passed : explanation.passedOver()) {
            table.row(passed.display().replaceAll("\\s", " "), passed.because());
        }
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
