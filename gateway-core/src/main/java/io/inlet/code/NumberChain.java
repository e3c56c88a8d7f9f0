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

    /** Indian telephone numbers stand in two halves of so many digits. */
    private static final int HALF = 5;

    enum Kind {
        /** Only digits, or groups of them as codes have. */
        PLAIN,
        DATE,
        TIME,
        /** With thousands or cents, or a version. */
        DECIMAL,
        /** A phone number, an address, an identity. */
        OTHER
    }

    /** The chain whose first digit stands at {@code from}. */
    static NumberChain at(PlainText text, int from) {
        Groups groups = new Groups(text, from);
        while (groups.count < MOST_GROUPS && groups.joins()) {
            groups.take();
        }
        return groups.chain();
    }

    private static final class Groups {
        private final PlainText text;
        private final int from;
        private final int first;
        private int end;
        private int digits;
        private int shortest;
        private int longest;
        private int last;
        private int count = 1;
        private char separator;
        private boolean same = true;
        private boolean spaced = true;

        Groups(PlainText text, int from) {
            this.text = text;
            this.from = from;
            this.first = run(from);
            this.end = first;
            this.digits = first - from;
            this.shortest = digits;
            this.longest = digits;
            this.last = digits;
        }

        private int run(int start) {
            int at = start;
            while (at < text.length() && CharForms.isDigit(text.charAt(at))) {
                at++;
            }
            return at;
        }

        // A comma joins thousands and cents, and else ends a clause: "482913,valid 5 minutes".
        boolean joins() {
            if (!CharForms.isDigit(text.at(end + 1))) {
                return false;
            }
            return switch (text.charAt(end)) {
                case ' ' -> !isClock(end + 1);
                case '-', '/', '\'' -> true;
                case '.' -> last <= 4;
                case ':' -> last <= 2;
                case ',' -> last <= 3 || separator == '.';
                default -> false;
            };
        }

        // "071-533 14:35"
        private boolean isClock(int at) {
            int hour = run(at);
            return digits > 2
                    && hour - at <= 2
                    && text.at(hour) == ':'
                    && CharForms.isDigit(text.at(hour + 1));
        }

        void take() {
            char c = text.charAt(end);
            same &= separator == 0 || separator == c;
            separator = c;
            spaced &= c == ' ';
            int next = run(end + 1);
            last = next - end - 1;
            digits += last;
            shortest = Math.min(shortest, last);
            longest = Math.max(longest, last);
            count++;
            end = next;
        }

        NumberChain chain() {
            if (isHours()) {
                return new NumberChain(end, Kind.TIME, digits);
            }
            if (count == 1 || isGrouped()) {
                return new NumberChain(end, Kind.PLAIN, digits);
            }
            boolean phone = count == 2 && shortest == HALF && longest == HALF;
            boolean loose = spaced && !phone && (digits <= LONGEST_CODE || count == 2);
            if (loose) {
                return new NumberChain(first, Kind.PLAIN, first - from);
            }
            if (text.charAt(first) == ' ' && first - from >= 4 && separator != ' ') {
                return new NumberChain(first, Kind.PLAIN, first - from); // "482913 12:30"
            }
            return new NumberChain(end, kind(), digits);
        }

        // "0930-1830": opening hours.
        private boolean isHours() {
            return count == 2
                    && separator == '-'
                    && shortest == 4
                    && longest == 4
                    && clock(from) >= 0
                    && clock(from) < clock(first + 1);
        }

        private int clock(int at) {
            int clock = Integer.parseInt(text.subSequence(at, at + 4));
            return clock < 2400 && clock % 100 < 60 && clock % 5 == 0 ? clock : -1;
        }

        private boolean isGrouped() {
            boolean triples = shortest == 3 && longest == 3 && count == 3 && separator == '-';
            boolean short6 = count == 2 && separator == '-' && digits == 6 && shortest >= 2;
            boolean joined = same && digits <= LONGEST_CODE && (spaced || separator == '-');
            if (!joined || triples || short6) {
                return same && (triples || short6);
            }
            if (longest == 1) {
                return digits >= 4; // "4 7 1 1", "4-7-1-1"
            }
            return count == 2
                    ? shortest >= 2 && longest - shortest <= 1 && digits >= 5
                    : shortest == longest
                            && digits >= 5
                            && (spaced || shortest == 2 || shortest == 3)
                            && !isDate();
        }

        private boolean isDate() {
            int year = Integer.parseInt(text.subSequence(end - last, end));
            return separator == '-'
                    && shortest == 2
                    && count == 3
                    && monthLike()
                    && year < 40
                    && year > 20;
        }

        private boolean monthLike() {
            int first2 = Integer.parseInt(text.subSequence(from, first));
            int second = Integer.parseInt(text.subSequence(first + 1, first + 3));
            return (first2 <= 31 && second <= 12) || (first2 <= 12 && second <= 31);
        }

        private Kind kind() {
            if (separator == ':') {
                return Kind.TIME;
            }
            if (count <= 3
                    && longest <= 4
                    && digits <= 8
                    && (separator == '/' || separator == '-')) {
                return Kind.DATE;
            }
            if (separator == '.' || separator == ',') {
                return count == 3 && shortest <= 2 && digits <= 8 ? Kind.DATE : Kind.DECIMAL;
            }
            return Kind.OTHER;
        }
    }
}
