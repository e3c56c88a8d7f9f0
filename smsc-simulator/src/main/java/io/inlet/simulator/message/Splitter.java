package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.util.ArrayList;
import java.util.List;

/** Cuts encoded text into parts. */
final class Splitter {
    private static final int MOST_PARTS = 255;

    private final Coding coding;
    private final int room;

    Splitter(Coding coding, int room) {
        this.coding = coding;
        this.room = room;
    }

    /** As few parts as it takes. */
    List<Octets> split(Octets text) {
        return cut(text, room);
    }

    /** Just so many parts, of about the same length. */
    List<Octets> split(Octets text, int parts) {
        int unit = coding == Coding.UCS2 ? 2 : 1;
        int even = (text.length() / unit + parts - 1) / parts * unit;
        int size = Math.clamp(even, unit, room);
        List<Octets> cut = cut(text, size);
        // An escape kept with its character may have pushed the last octets into one part more.
        while (cut.size() > parts && size < room) {
            size += unit;
            cut = cut(text, size);
        }
        // Rounding up may have left too few.
        while (cut.size() < parts && halveLongest(cut, unit)) {}
        if (cut.size() != parts) {
            throw new IllegalArgumentException(
                    "parts: expected " + cut.size() + " for this text, found " + parts);
        }
        return cut;
    }

    private List<Octets> cut(Octets text, int size) {
        List<Octets> parts = new ArrayList<>();
        for (int from = 0; from < text.length() || parts.isEmpty(); ) {
            int to = end(text, from, Math.min(from + size, text.length()));
            parts.add(text.slice(from, to));
            from = to;
        }
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "text: expected at most 255 parts, found " + parts.size());
        }
        return parts;
    }

    // An escape and its character stay together (3GPP TS 23.040, section 9.2.3.24.1). A surrogate
    // pair may well be torn apart: carriers do that.
    private int end(Octets text, int from, int to) {
        boolean tears =
                coding.isSeptets()
                        && to < text.length()
                        && to - from > 1
                        && text.at(to - 1) == GsmAlphabet.ESCAPE;
        return tears ? to - 1 : to;
    }

    private boolean halveLongest(List<Octets> parts, int unit) {
        int longest = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).length() > parts.get(longest).length()) {
                longest = i;
            }
        }
        Octets part = parts.get(longest);
        int middle = end(part, 0, part.length() / unit / 2 * unit);
        if (middle == 0) {
            return false;
        }
        parts.set(longest, part.slice(0, middle));
        parts.add(longest + 1, part.slice(middle, part.length()));
        return true;
    }
}
