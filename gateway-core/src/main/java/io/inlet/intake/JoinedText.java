package io.inlet.intake;

import io.inlet.sms.TextDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of the parts that are here.
 *
 * @param text what people read: U+FFFD stands for each stretch of missing parts
 * @param sure the same with U+FFFD for what a gap may have cut as well: half a code is a wrong one
 */
record JoinedText(String text, String sure) {
    private static final char GAP = '\uFFFD';

    /** Joins parts, in the order of their numbers, at least one. */
    static JoinedText of(List<PartContent> parts, int total) {
        StringBuilder text = new StringBuilder();
        StringBuilder sure = new StringBuilder();
        int expected = 1;
        for (List<PartContent> run : runs(parts)) {
            boolean gapBefore = run.getFirst().number() > expected;
            if (gapBefore) {
                text.append(GAP);
                sure.append(GAP);
            }
            expected = run.getLast().number() + 1;
            // Octets must not be joined over a gap: what is left of a character is none.
            String read = TextDecoder.decode(run.stream().map(PartContent::userData).toList());
            text.append(read);
            sure.append(masked(read, gapBefore, expected <= total));
        }
        if (expected <= total) {
            text.append(GAP);
            sure.append(GAP);
        }
        return new JoinedText(text.toString(), sure.toString());
    }

    /**
     * What is sure of a text that was stored.
     *
     * @param missing the numbers of the parts that are not in it, ascending
     * @return null if that cannot be told any more: U+FFFD stands for octets that nobody can decode
     *     too, at which nothing is cut
     */
    static @Nullable String sure(String text, List<Integer> missing) {
        if (missing.isEmpty()) {
            return text;
        }
        StringBuilder sure = new StringBuilder(text);
        int gaps = 0;
        for (int at = text.indexOf(GAP); at >= 0; at = text.indexOf(GAP, at + 1)) {
            mask(sure, at - 1, -1);
            mask(sure, at + 1, 1);
            gaps++;
        }
        return gaps == stretches(missing) ? sure.toString() : null;
    }

    private static int stretches(List<Integer> missing) {
        int stretches = 0;
        int expected = 0;
        for (int number : missing) {
            if (number != expected) {
                stretches++;
            }
            expected = number + 1;
        }
        return stretches;
    }

    private static List<List<PartContent>> runs(List<PartContent> parts) {
        List<List<PartContent>> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= parts.size(); to++) {
            if (to == parts.size() || parts.get(to).number() != parts.get(to - 1).number() + 1) {
                runs.add(parts.subList(from, to));
                from = to;
            }
        }
        return runs;
    }

    private static CharSequence masked(String run, boolean atStart, boolean atEnd) {
        StringBuilder masked = new StringBuilder(run);
        if (atStart) {
            mask(masked, 0, 1);
        }
        if (atEnd) {
            mask(masked, run.length() - 1, -1);
        }
        return masked;
    }

    // A word or number that touches the gap, and the groups of digits before or after it.
    private static void mask(StringBuilder run, int from, int step) {
        int at = isSeparator(run, from) ? hide(run, from, step) : from;
        while (true) {
            while (isInWord(run, at)) {
                at = hide(run, at, step);
            }
            if (!isSeparator(run, at) || !isDigit(run, at + step)) {
                return;
            }
            at = hide(run, at, step);
        }
    }

    private static int hide(StringBuilder run, int at, int step) {
        run.setCharAt(at, GAP);
        return at + step;
    }

    private static boolean isInWord(CharSequence run, int at) {
        return isWithin(run, at) && Character.isLetterOrDigit(run.charAt(at));
    }

    private static boolean isDigit(CharSequence run, int at) {
        return isWithin(run, at) && Character.isDigit(run.charAt(at));
    }

    private static boolean isSeparator(CharSequence run, int at) {
        return isWithin(run, at) && " -.".indexOf(run.charAt(at)) >= 0;
    }

    private static boolean isWithin(CharSequence run, int at) {
        return at >= 0 && at < run.length();
    }
}
