package io.inlet.smpp;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a delivery receipt as most carriers write it (SMPP 3.4, appendix B): {@code id:..
 * sub:.. dlvrd:.. submit date:.. done date:.. stat:.. err:.. text:..}, in any case and order, with
 * any of it missing. Of a field that comes twice the first counts, so that the message's own text
 * at the end changes nothing. Each character is looked at a bounded number of times; never throws.
 */
final class ReceiptText {
    private static final int LONGEST_KEY = 6;
    private static final int LONGEST_VALUE = 64;

    private final Map<String, String> fields = new HashMap<>();

    private ReceiptText() {}

    static ReceiptText read(String text) {
        ReceiptText read = new ReceiptText();
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            read.field(text, colon);
        }
        return read;
    }

    @Nullable String id() {
        return fields.get("id");
    }

    @Nullable String state() {
        return fields.get("stat");
    }

    @Nullable String error() {
        return fields.get("err");
    }

    @Nullable LocalDateTime submitted() {
        return date("submit date");
    }

    @Nullable LocalDateTime done() {
        return date("done date");
    }

    private @Nullable LocalDateTime date(String key) {
        String digits = fields.get(key);
        return digits == null ? null : CarrierTimes.local(digits);
    }

    private void field(String text, int colon) {
        String key = word(text, colon);
        if (key.equals("date")) {
            String before = word(text, colon - key.length() - 1);
            key = before.equals("submit") || before.equals("done") ? before + " date" : "";
        }
        if (!key.isEmpty()) {
            fields.putIfAbsent(key, value(text, colon + 1));
        }
    }

    /** The letters that end at a place, in lower case; none if there are more than a key has. */
    private static String word(String text, int end) {
        int from = Math.max(end, 0);
        while (from > 0 && end - from <= LONGEST_KEY && isLetter(text.charAt(from - 1))) {
            from--;
        }
        return end - from > LONGEST_KEY || end < from
                ? ""
                : text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static String value(String text, int from) {
        int start = from;
        while (start < text.length() && start - from < 2 && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < LONGEST_VALUE && isVisible(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7f;
    }
}
