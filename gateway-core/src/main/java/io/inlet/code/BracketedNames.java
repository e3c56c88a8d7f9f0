package io.inlet.code;

/** Finds what stands in brackets or quotation marks. For one text and thread. */
final class BracketedNames {
    private final PlainText text;
    private final NameList names;

    BracketedNames(PlainText text, NameList names) {
        this.text = text;
        this.names = names;
    }

    /** Adds them all. */
    void find() {
        for (int i = 0; i < text.length(); i++) {
            char open = text.charAt(i);
            int close = CharForms.isMark(open) ? closing(open) : 0;
            if (close != 0) {
                int end = indexOf((char) close, i + 1);
                if (end > 0) {
                    inner(i + 1, end, kind(open));
                }
            }
        }
    }

    private void inner(int start, int stop, BrandTrait source) {
        int from = start;
        int to = stop;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        names.add(from, to, source);
    }

    private static BrandTrait kind(char open) {
        return switch (open) {
            case '(' -> BrandTrait.IN_ROUND_BRACKETS;
            case '"', '«', '<' -> BrandTrait.UNKNOWN;
            case '【', '〖' -> BrandTrait.IN_LENTICULAR_BRACKETS;
            default -> BrandTrait.IN_SQUARE_BRACKETS;
        };
    }

    private static int closing(char open) {
        return switch (open) {
            case '【' -> '】';
            case '[' -> ']';
            case '「' -> '」';
            case '〖' -> '〗';
            case '(' -> ')';
            case '<' -> '>';
            case '"' -> '"';
            case '«' -> '»';
            default -> 0;
        };
    }

    private int indexOf(char c, int from) {
        for (int i = from; i < Math.min(text.length(), from + NameList.LONGEST); i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }
}
