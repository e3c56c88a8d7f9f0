package io.inlet.code;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who issued a code, where the text or the sender says so plainly. */
final class Brands {
    private static final int LONGEST = 30;
    private static final String YOUR = "your ";
    private static final Set<String> NO_BRANDS =
            Set.of(
                    "your",
                    "use",
                    "enter",
                    "the",
                    "please",
                    "this",
                    "new",
                    "sms",
                    "security",
                    "access",
                    "one-time",
                    "info",
                    "verify",
                    "notice",
                    "authmsg",
                    "alert",
                    "otp",
                    "code",
                    "pin",
                    "dear customer",
                    "hi",
                    "hello",
                    "web발신",
                    "ihr",
                    "dein",
                    "uw",
                    "je",
                    "su",
                    "tu",
                    "votre",
                    "seu",
                    "sua",
                    "il tuo",
                    "ваш",
                    "twój",
                    "आपका");

    private Brands() {}

    static @Nullable String of(String text, Verdict verdict, String sender) {
        String brand = bracketed(text);
        if (brand == null && verdict.candidate().shape() == Candidate.Shape.PREFIXED) {
            brand = prefix(text, verdict.candidate());
        }
        if (brand == null && verdict.anchor() != null) {
            brand = before(text, verdict.anchor().from(), verdict.candidate().from());
        }
        return brand == null ? named(sender) : brand;
    }

    private static @Nullable String bracketed(String text) {
        int open = text.indexOf('【');
        int close = open < 0 ? -1 : text.indexOf('】', open);
        if (open < 0 && text.startsWith("[")) {
            open = 0;
            close = text.indexOf(']');
        }
        return close < 0 ? null : name(text, open + 1, close);
    }

    // What joins prefix and digits may be any of several hyphens.
    private static @Nullable String prefix(String text, Candidate candidate) {
        if (text.startsWith("FB", candidate.from())) {
            return "Facebook";
        }
        boolean letterG = text.charAt(candidate.from()) == 'G';
        return letterG && !Character.isLetter(text.charAt(candidate.from() + 1)) ? "Google" : null;
    }

    /** {@code Name: ...}, {@code Name code}, {@code your Name verification code}. */
    private static @Nullable String before(String text, int anchor, int candidate) {
        int colon = text.indexOf(": ", 0, Math.min(text.length(), LONGEST + 2));
        if (colon > 0 && colon < anchor) {
            String name = name(text, 0, colon);
            if (name != null) {
                return name;
            }
        }
        int from = Math.max(0, anchor - LONGEST - YOUR.length());
        for (int i = anchor - YOUR.length(); i >= from; i--) {
            if (text.regionMatches(true, i, YOUR, 0, YOUR.length())) {
                return name(text, i + YOUR.length(), anchor);
            }
        }
        return anchor < Math.min(candidate, LONGEST) ? name(text, 0, anchor) : null;
    }

    private static @Nullable String named(String sender) {
        boolean letters = sender.chars().anyMatch(Character::isLetter);
        return letters ? name(sender, 0, sender.length()) : null;
    }

    // A name starts with a capital or has no capitals at all, and holds no clause.
    private static @Nullable String name(String text, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        String name = text.substring(from, to).strip();
        boolean fits =
                name.length() >= 2
                        && !Character.isLowerCase(name.charAt(0))
                        && Character.isLetterOrDigit(name.charAt(0))
                        && name.chars().anyMatch(Character::isLetter)
                        && name.chars().noneMatch(c -> ",:.\n[]()<>?!*，。".indexOf(c) >= 0)
                        && !NO_BRANDS.contains(name.toLowerCase(Locale.ROOT));
        return fits ? name : null;
    }
}
