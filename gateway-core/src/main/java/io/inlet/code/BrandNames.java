package io.inlet.code;

import io.inlet.code.CandidateScanner.Masked;
import java.util.List;

/**
 * Finds what could be the name of a brand: by its letters, by its place, or because no file knows
 * it. For one text and thread.
 */
final class BrandNames {
    private final PlainText text;
    private final Hits hits;
    private final List<Masked> masked;
    private final boolean capitals;
    private final NameList names;

    BrandNames(PlainText text, Hits hits, List<Masked> masked) {
        this.text = text;
        this.hits = hits;
        this.masked = masked;
        this.capitals = text.isCased();
        this.names = new NameList(text, masked);
    }

    /** Whether the text is written in a script that has capitals. */
    boolean hasCapitals() {
        return capitals;
    }

    /** The names, a few at most, from whatever source. */
    List<BrandName> find(Candidate code) {
        BrandEdges edges = new BrandEdges(text, hits);
        edges.opening(code).ifPresent(n -> add(n, BrandTrait.OPENING));
        edges.closing(code).ifPresent(n -> add(n, BrandTrait.CLOSING));
        if (text.mayHaveRare()) {
            new BracketedNames(text, names).find();
        }
        hosts();
        new MarkedNames(text, hits, capitals, names).find();
        new UnknownNames(text, hits, names).find();
        return names.names();
    }

    private void add(BrandName name, BrandTrait source) {
        names.add(name.from(), name.to(), source);
    }

    // "gov.example": a host without a path.
    private void hosts() {
        for (Masked number : masked) {
            boolean at = text.at(number.from() - 1) == '@';
            if (number.mask() == Mask.LINK && !at && isHost(number.from(), number.to())) {
                names.add(number.from(), number.to(), BrandTrait.HOST);
            }
        }
    }

    private boolean isHost(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '/' || text.charAt(i) == ':') {
                return false;
            }
        }
        return true;
    }
}
