package io.inlet.code;

import io.inlet.code.BrandWords.Name;
import io.inlet.code.CandidateScanner.Masked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who issued a code: in the text where it is named plainly, else in the sender. */
final class Brands {
    private static final int LONGEST = 40;
    private static final int OPENING = 8;
    private static final double ENOUGH = 3;
    private static final double STRONG = 5;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final List<Masked> masked;
    private final BrandWords names;

    Brands(PlainText text, Hits hits, Terrain terrain, List<Masked> masked) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.masked = masked;
        this.names = new BrandWords(text, hits, masked);
    }

    /**
     * Who issued the code.
     *
     * @param origin the host that the code is bound to, or null
     */
    @Nullable String of(Verdict code, String sender, @Nullable String origin) {
        String from = Senders.brand(sender);
        BrandEdges edges = new BrandEdges(text, hits, masked, names.hasCapitals());
        String brand = bracketed();
        if (brand == null && code.candidate().shape() == Candidate.Shape.PREFIXED) {
            brand = prefix(code.candidate());
        }
        if (brand == null) {
            brand = edges.opening(code.candidate());
        }
        if (brand == null) {
            brand = namedOrClosing(code, from, edges);
        }
        if (brand == null) {
            brand = new BrandSlots(text, hits, terrain, names.hasCapitals()).of(code);
        }
        if (brand == null && origin != null) {
            brand = Origins.brand(origin);
        }
        return brand == null ? from : brand;
    }

    private @Nullable String bracketed() {
        int silentTo = 0;
        for (int i = 0; i < text.length(); i++) {
            int close = closing(text.charAt(i));
            int end = close == 0 ? -1 : indexOf((char) close, i + 1, LONGEST);
            if (end > 0) {
                boolean leads = text.isSilent(silentTo, i, OPENING);
                boolean sure = close == '】';
                boolean edge = sure || leads || text.isSilent(end + 1, text.length(), OPENING);
                if (edge && isName(i + 1, end, sure)) {
                    return text.original(i + 1, end).strip();
                }
                silentTo = leads ? end + 1 : silentTo;
            }
        }
        return null;
    }

    private static int closing(char open) {
        return switch (open) {
            case '【' -> '】';
            case '[' -> ']';
            case '「' -> '」';
            case '〖' -> '〗';
            default -> 0;
        };
    }

    private int indexOf(char c, int from, int most) {
        for (int i = from; i < Math.min(text.length(), from + most); i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private boolean isName(int from, int to, boolean sure) {
        boolean code = hits.startWithin(from, to, Cue.CODES);
        boolean name = text.hasLetter(from, to) && !hits.isNoName(from, to);
        return !code && (sure || name);
    }

    // What joins prefix and digits may be any of several hyphens.
    private @Nullable String prefix(Candidate candidate) {
        int from = candidate.from();
        if (text.charAt(from) == 'f' && text.at(from + 1) == 'b') {
            return "Facebook";
        }
        return text.charAt(from) == 'g' && text.at(from + 1) == '-' ? "Google" : null;
    }

    private double alike(Name name, @Nullable String sender) {
        return sender != null && Senders.isAlike(text.subSequence(name.from(), name.to()), sender)
                ? 3
                : 0;
    }

    // A name with strong signs is believed before one alone at the end, and that before a weaker.
    private @Nullable String namedOrClosing(
            Verdict code, @Nullable String sender, BrandEdges edges) {
        BrandSigns signs = new BrandSigns(text, hits, terrain, code);
        Name best = null;
        double most = 0;
        for (Name name : names.find()) {
            double weight =
                    signs.isPossible(name)
                            ? signs.weigh(name, names.hasCapitals()) + alike(name, sender)
                            : 0;
            if (weight > most) {
                best = name;
                most = weight;
            }
        }
        String closing = most >= STRONG ? null : edges.closing(code.candidate());
        if (closing != null || best == null || most < ENOUGH) {
            return closing;
        }
        return text.original(best.from(), best.to());
    }
}
