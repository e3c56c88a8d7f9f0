package io.inlet.code;

import io.inlet.code.BrandTraits.Found;
import io.inlet.code.BrandTraits.Known;
import io.inlet.code.CandidateScanner.Masked;
import io.inlet.code.CodeExplanation.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who issued a code: in its text, in the host that it is bound to, or in the sender. */
final class Brands {
    /** Odds, as a logarithm, from which on a name is believed. */
    static final double LIKELY = 1.3;

    private final Found found;
    private final Known known;
    private final BrandNames names;

    Brands(Found found, List<Masked> masked, Known known) {
        this.found = found;
        this.known = known;
        this.names = new BrandNames(found.text(), found.hits(), masked);
    }

    /** Who issued the code, or null if nobody is named. */
    @Nullable String likeliest() {
        String prefix = prefix();
        return prefix == null ? likeliestName() : prefix;
    }

    private @Nullable String likeliestName() {
        String best = null;
        double most = LIKELY;
        for (BrandName name : names()) {
            double odds = name.odds();
            if (odds > most) {
                most = odds;
                best = text(name);
            }
        }
        if (known.origin() != null && BrandTrait.ORIGIN.weight() > most) {
            most = BrandTrait.ORIGIN.weight();
            best = known.origin();
        }
        boolean sent = known.sender() != null && (best == null || sender().weight() > most);
        return sent ? known.sender() : best;
    }

    /** Who might have issued the code, each once, likeliest first. */
    List<Named> named() {
        String prefix = prefix();
        if (prefix != null) {
            return List.of(new Named(prefix, "prefix", null));
        }
        List<Named> all = new ArrayList<>();
        for (BrandName name : names()) {
            all.add(new Named(text(name), "text", name.odds()));
        }
        if (known.origin() != null) {
            all.add(new Named(known.origin(), "host", BrandTrait.ORIGIN.weight()));
        }
        if (known.sender() != null) {
            all.add(new Named(known.sender(), "sender", sender().weight()));
        }
        all.sort(Comparator.comparingDouble((Named n) -> n.odds() == null ? 0 : -n.odds()));
        Set<String> seen = new HashSet<>();
        all.removeIf(n -> !seen.add(n.source() + n.name()));
        return all;
    }

    private String text(BrandName name) {
        return found.text().original(name.from(), name.to());
    }

    /** What could be a brand in the text, with all that is true of it. */
    List<BrandName> names() {
        Candidate number = found.code().candidate();
        List<BrandName> all = names.find(number);
        all.removeIf(n -> n.from() < number.to() && number.from() < n.to());
        removeWithin(all, BrandTrait.IN_LENTICULAR_BRACKETS);
        BrandTraits traits = new BrandTraits(found, known, names.hasCapitals());
        for (BrandName name : all) {
            traits.complete(name);
        }
        return all;
    }

    // "【中国银行手机银行】" is signed whole.
    private static void removeWithin(List<BrandName> all, BrandTrait source) {
        for (BrandName whole : List.copyOf(all)) {
            if (whole.has(source)) {
                all.removeIf(name -> isWithin(name, whole));
            }
        }
    }

    /** What is known of the issuer besides the text. */
    Known known() {
        return known;
    }

    /**
     * What the sender's brand counts as. A sender is in Latin letters: the brand of a text in
     * others is rather written in those.
     */
    BrandTrait sender() {
        return names.hasCapitals() ? BrandTrait.SENDER : BrandTrait.SENDER_OF_CASELESS_TEXT;
    }

    private static boolean isWithin(BrandName name, BrandName whole) {
        return whole != name && whole.from() <= name.from() && whole.to() >= name.to();
    }

    // What joins prefix and digits may be any of several hyphens.
    private @Nullable String prefix() {
        Candidate candidate = found.code().candidate();
        if (candidate.shape() != Candidate.Shape.PREFIXED) {
            return null;
        }
        PlainText text = found.text();
        int from = candidate.from();
        if (text.charAt(from) == 'f' && text.at(from + 1) == 'b') {
            return "Facebook";
        }
        return text.charAt(from) == 'g' && text.at(from + 1) == '-' ? "Google" : null;
    }
}
