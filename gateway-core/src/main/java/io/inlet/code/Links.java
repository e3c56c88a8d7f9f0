package io.inlet.code;

/** Finds web and mail addresses. For one text and thread. */
final class Links {
    /** RFC 1035, section 2.3.4, a label; what is longer is looked at again from its next word. */
    private static final int LONGEST_HOST = 63;

    /** So many digits before a point may be a host: "220.example". */
    private static final int SHORT_LABEL = 3;

    private static final String LINK_SIGNS = "-._~:/?#[]@!$&'()*+;=%";

    private final PlainText text;
    private Mask kind = Mask.LINK;

    /** Where the run of letters, digits and points ends that was walked last. */
    private int run;

    private int lastDot;

    Links(PlainText text) {
        this.text = text;
    }

    /** Where the address ends that starts there, or {@code from} if none does. */
    int endOf(int from) {
        int end = runEnd(from);
        char next = text.at(end);
        if (next == ':' && text.at(end + 1) == '/' && text.at(end + 2) == '/') {
            return found(Mask.LINK, endOfLink(end));
        }
        if (next == '@' && hasDot(end + 1)) {
            return found(Mask.EMAIL, endOfLink(end));
        }
        if (lastDot < from) {
            return from;
        }
        boolean path = next == '/' && text.at(end + 1) > ' ';
        return isHost(from, end, path)
                ? found(Mask.LINK, path ? endOfLink(end) : trim(from, end))
                : from;
    }

    // A run is walked once, however many words it has.
    private int runEnd(int from) {
        if (from >= run) {
            run = from;
            lastDot = -1;
            while (run < text.length() && isHostChar(text.charAt(run))) {
                lastDot = text.charAt(run) == '.' ? run : lastDot;
                run++;
            }
        }
        return run;
    }

    private boolean hasDot(int from) {
        int at = from;
        int most = Math.min(text.length(), from + LONGEST_HOST);
        while (at < most && isHostChar(text.charAt(at)) && text.charAt(at) != '.') {
            at++;
        }
        return at > from && text.at(at) == '.' && CharForms.isCodeChar(text.at(at + 1));
    }

    Mask kind() {
        return kind;
    }

    private int found(Mask found, int end) {
        kind = found;
        return end;
    }

    static boolean isHostChar(char c) {
        return CharForms.isHostChar(c);
    }

    private int endOfLink(int from) {
        int end = from;
        while (end < text.length()
                && (CharForms.isCodeChar(text.charAt(end))
                        || LINK_SIGNS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return trim(from, end);
    }

    private int trim(int from, int end) {
        int last = end;
        while (last > from && ".,!?:;)'".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    // Letters, a point, two or more small letters: "example.com", and not "code.Never" or "1.5".
    private boolean isHost(int from, int end, boolean path) {
        int stop = trim(from, end);
        int dot = stop - 1;
        while (dot > from && CharForms.isLatin(text.charAt(dot))) {
            dot--;
        }
        int labels = stop - dot - 1;
        boolean suffix = dot > from && text.charAt(dot) == '.' && labels >= 2 && labels <= 12;
        if (!suffix || text.isUpper(dot + 1)) {
            return false;
        }
        boolean letters = false;
        for (int i = Math.max(from, dot - LONGEST_HOST); i < dot; i++) {
            letters |= CharForms.isLatin(text.charAt(i));
        }
        letters |= dot - from <= SHORT_LABEL;
        return letters
                && CharForms.isCodeChar(text.charAt(dot - 1))
                && (path || (labels <= 6 && isCommonSuffix(dot + 1, stop)));
    }

    // A missing space after a sentence looks like a host: "code.dont".
    private boolean isCommonSuffix(int from, int to) {
        String suffix = text.subSequence(from, to);
        return suffix.length() == 2 || SUFFIXES.contains(suffix);
    }

    private static final java.util.Set<String> SUFFIXES =
            java.util.Set.of(
                    "com", "net", "org", "info", "biz", "app", "dev", "gov", "edu", "example",
                    "shop", "online", "site", "xyz", "bank", "club", "live", "cloud", "mobi",
                    "test", "store");
}
