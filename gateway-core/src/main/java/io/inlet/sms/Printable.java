package io.inlet.sms;

/** Which characters a text may hold: no control characters but TAB, LF and CR. */
final class Printable {
    /** Stands for what cannot be read. */
    static final char REPLACEMENT = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Printable() {}

    /** The character of that code, or the replacement if it is a control character. */
    static char of(int code) {
        return isControl(code) ? REPLACEMENT : (char) code;
    }

    /** Adds what a charset has decoded, without byte order marks. */
    static void append(String decoded, StringBuilder text) {
        char[] chars = decoded.toCharArray();
        int kept = 0;
        for (char c : chars) {
            if (c != BYTE_ORDER_MARK) {
                chars[kept++] = of(c);
            }
        }
        text.append(chars, 0, kept);
    }

    static boolean isControl(int code) {
        return code < ' '
                ? code != '\t' && code != '\n' && code != '\r'
                : code >= 0x7f && code < 0xa0;
    }

    static boolean isAscii(int code) {
        return code < 0x7f && !isControl(code);
    }
}
