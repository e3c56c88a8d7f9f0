package io.inlet.code;

import io.inlet.code.CandidateScanner.Masked;
import java.util.ArrayList;
import java.util.List;

/** The names that were found in a text, each once, a few at most. For one thread. */
final class NameList {
    static final int LONGEST = 40;
    private static final int MOST = 32;

    private final PlainText text;
    private final List<Masked> masked;
    private final List<BrandName> names = new ArrayList<>(8);

    NameList(PlainText text, List<Masked> masked) {
        this.text = text;
        this.masked = masked;
    }

    /** Adds a name, or where it was found, if it was found before. */
    void add(int from, int to, BrandTrait source) {
        if (!fits(from, to, source) || isMasked(from, to) || isLinkPart(from, to, source)) {
            return;
        }
        for (BrandName name : names) {
            if (name.from() == from && name.to() == to) {
                name.add(source, true);
                return;
            }
        }
        if (!isFull()) {
            BrandName name = new BrandName(from, to);
            name.add(source, true);
            names.add(name);
        }
    }

    // Chinese senders such as 12306 sign with digits alone.
    private boolean fits(int from, int to, BrandTrait source) {
        boolean letters = source == BrandTrait.IN_LENTICULAR_BRACKETS || text.hasLetter(from, to);
        return to - from >= 2 && to - from <= LONGEST && letters;
    }

    boolean isFull() {
        return names.size() >= MOST;
    }

    List<BrandName> names() {
        return names;
    }

    /** Whether a stretch holds a telephone number or the like, by the first numbers of the text. */
    boolean isMasked(int from, int to) {
        for (int i = 0; i < Math.min(masked.size(), MOST); i++) {
            Masked number = masked.get(i);
            if (number.from() < to && from < number.to() && isHarmful(number.mask())) {
                return true;
            }
        }
        return false;
    }

    // "guardian" in "http://shop.test/guardian"; a host alone may be a name.
    private boolean isLinkPart(int from, int to, BrandTrait source) {
        if (source == BrandTrait.HOST) {
            return false;
        }
        for (int i = 0; i < Math.min(masked.size(), MOST); i++) {
            Masked number = masked.get(i);
            boolean link = number.mask() == Mask.LINK || number.mask() == Mask.EMAIL;
            boolean inside = number.from() <= from && to <= number.to();
            if (link && inside && to - from < number.to() - number.from()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmful(Mask mask) {
        return switch (mask) {
            case APP_HASH, PHONE, USSD -> true;
            case LINK, EMAIL, MONEY, DATE, TIME, DURATION, PERCENT, MEASURE, CARD, SHAPE -> false;
        };
    }
}
