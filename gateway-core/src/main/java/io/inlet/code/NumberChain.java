package io.inlet.code;

/**
 * Digits and what joins them: {@code 123 456}, {@code 12:30}, {@code 1,250.00}, {@code 2031-04-02},
 * {@code 0800 123 456}. Looks at no more than nine groups, however long the text goes on.
 *
 * @param to where it ends
 * @param kind what it can be
 * @param digits how many
 */
record NumberChain(int to, Kind kind, int digits) {
    private static final int MOST_GROUPS = 9;
    private static final int LONGEST_CODE = 8;

    enum Kind {
        /** Only digits, or equal groups of them. */
        PLAIN,
        /** A date, time, amount, phone number or address. */
        OTHER
    }

    /** The chain whose first digit stands at {@code from}. */
    static NumberChain at(CharSequence text, int from) {
        int first = run(text, from);
        int end = first;
        int digits = first - from;
        int shortest = digits;
        int longest = digits;
        int groups = 1;
        boolean spaced = true;
        char separator = 0;
        boolean same = true;
        while (groups < MOST_GROUPS && joins(text, end, end - from)) {
            char c = text.charAt(end);
            same &= separator == 0 || separator == c;
            separator = c;
            spaced &= c == ' ';
            int next = run(text, end + 1);
            int length = next - end - 1;
            digits += length;
            shortest = Math.min(shortest, length);
            longest = Math.max(longest, length);
            groups++;
            end = next;
        }
        if (groups == 1) {
            return new NumberChain(end, Kind.PLAIN, digits);
        }
        boolean grouped = same && digits <= LONGEST_CODE && (spaced || separator == '-');
        if (grouped && (groups == 2 ? isPair(shortest, longest) : groups * 2 == digits && spaced)) {
            return new NumberChain(end, Kind.PLAIN, digits);
        }
        boolean loose = spaced && (digits <= LONGEST_CODE || groups == 2);
        return loose
                ? new NumberChain(first, Kind.PLAIN, first - from)
                : new NumberChain(end, Kind.OTHER, digits);
    }

    private static boolean isPair(int shortest, int longest) {
        return shortest >= 3 && longest - shortest <= 1;
    }

    private static int run(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && Folded.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // A comma joins thousands and cents, and else ends a clause: "code 482913,valid 5 minutes".
    private static boolean joins(CharSequence text, int at, int before) {
        if (at + 1 >= text.length() || !Folded.isDigit(text.charAt(at + 1))) {
            return false;
        }
        return switch (text.charAt(at)) {
            case ' ', '-', '.', '/' -> true;
            case ':' -> before <= 2 || (at >= 3 && text.charAt(at - 3) == ':');
            case ',' -> before <= 3 || text.charAt(at - 4) == ',' || text.charAt(at - 4) == '.';
            default -> false;
        };
    }
}
