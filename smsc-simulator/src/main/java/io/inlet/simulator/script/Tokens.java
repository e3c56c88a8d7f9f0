package io.inlet.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of one line, taken from left to right. Failures are IllegalArgumentExceptions. */
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(#.*)|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"#][^\\s\"]*))");

    private final List<Token> tokens;
    private int next;

    private record Token(String text, boolean quoted) {}

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Tokens of(String line) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(line);
        int end = 0;
        while (matcher.lookingAt() && matcher.group(1) == null) {
            tokens.add(token(matcher));
            end = matcher.end();
            matcher.region(end, line.length());
        }
        boolean comment = matcher.lookingAt();
        if (!comment && !line.substring(end).isBlank()) {
            throw new IllegalArgumentException("expected a closing quotation mark, found none");
        }
        return new Tokens(tokens);
    }

    private static Token token(Matcher matcher) {
        String quoted = matcher.group(2);
        return quoted == null
                ? new Token(matcher.group(3), false)
                : new Token(unescape(quoted), true);
    }

    private static String unescape(String text) {
        try {
            return text.translateEscapes();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected only \\\" \\\\ \\n \\t and the like after a backslash, found another",
                    e);
        }
    }

    boolean isEmpty() {
        return next == tokens.size();
    }

    /** Takes a word if it is the next. */
    boolean take(String word) {
        boolean taken = isAt(word);
        next += taken ? 1 : 0;
        return taken;
    }

    /** Whether a word is the next. */
    boolean isAt(String word) {
        return !isEmpty() && tokens.get(next).equals(new Token(word, false));
    }

    /** Whether a word that begins so is the next. */
    boolean isAtStart(String start) {
        return !isEmpty() && !isQuoted() && tokens.get(next).text.startsWith(start);
    }

    /** Whether a word of this form is the next. */
    boolean isAtMatch(Pattern form) {
        return !isEmpty() && !isQuoted() && form.matcher(tokens.get(next).text).matches();
    }

    /** Whether a quoted text is the next. */
    boolean isQuoted() {
        return !isEmpty() && tokens.get(next).quoted;
    }

    /** Takes a word that must be the next. */
    void expect(String word) {
        if (!take(word)) {
            throw new IllegalArgumentException("expected " + word + ", found " + found());
        }
    }

    /** Takes whatever is next, quoted or not. */
    String value(String name) {
        if (isEmpty()) {
            throw new IllegalArgumentException("expected " + name + ", found the end of the line");
        }
        return tokens.get(next++).text;
    }

    /** Takes the next word, or null at the end. */
    @Nullable String word() {
        return isEmpty() || tokens.get(next).quoted ? null : tokens.get(next++).text;
    }

    /** Fails if anything is left. */
    void end() {
        if (!isEmpty()) {
            throw new IllegalArgumentException("expected the end of the line, found " + found());
        }
    }

    /** A word for people; long numbers are left out, since they may be somebody's. */
    static String shown(String word) {
        return word.replaceAll("\\d{6,}", "(digits)");
    }

    /** What is next, for people; a quoted text is not shown. */
    String found() {
        if (isEmpty()) {
            return "the end of the line";
        }
        Token token = tokens.get(next);
        return token.quoted ? "a quoted text" : shown(token.text);
    }
}
