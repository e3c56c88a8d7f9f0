package io.inlet.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the key that was probably meant. */
final class KeySuggestion {
    private KeySuggestion() {}

    /** The end of a message about an unknown key. */
    static String among(Collection<String> known, String found) {
        return known.stream()
                .filter(key -> distance(key, found) <= Math.max(2, key.length() / 3))
                .min(Comparator.comparingInt(key -> distance(key, found)))
                .map(key -> "unknown; did you mean " + key + "?")
                .orElseGet(() -> "unknown; known here: " + String.join(", ", known));
    }

    /** Edits between two keys; case, {@code -} and {@code _} do not count. */
    private static int distance(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
