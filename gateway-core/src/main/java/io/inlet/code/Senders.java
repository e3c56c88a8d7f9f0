package io.inlet.code;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an alphanumeric sender says about who issued a code. */
final class Senders {
    private static final int LONGEST = 30;

    private static final Set<String> NOBODY =
            Set.of(
                    "info",
                    "sms",
                    "verify",
                    "verification",
                    "notice",
                    "authmsg",
                    "alert",
                    "alerts",
                    "otp",
                    "code",
                    "codes",
                    "pin",
                    "auth",
                    "security",
                    "secure",
                    "service",
                    "notify",
                    "message",
                    "msg",
                    "smsinfo",
                    "infosms",
                    "sms info",
                    "2fa",
                    "confirm",
                    "login",
                    "noreply",
                    "no-reply",
                    "unknown",
                    "private",
                    "bank",
                    "shop",
                    "parcel",
                    "delivery",
                    "test",
                    "mobile",
                    "system",
                    "kod",
                    "код",
                    "codigo",
                    "verif",
                    "smscode",
                    "sms code",
                    "passcode",
                    "infotext",
                    "textmsg",
                    "qsms",
                    "nxsms");

    private Senders() {}

    /** The brand, or null if the sender is a number or says nothing. */
    static @Nullable String brand(String sender) {
        if (sender.isBlank()) {
            return null;
        }
        String name = withoutRoute(sender.strip());
        boolean letters = name.chars().anyMatch(Character::isLetter);
        boolean fits = letters && name.length() >= 2 && name.length() <= LONGEST;
        return fits && !NOBODY.contains(name.toLowerCase(Locale.ROOT)) ? name : null;
    }

    /** Whether a name in plain form is the sender's, written with or without spaces and accents. */
    static boolean isAlike(String name, String sender) {
        String one = letters(name);
        String other = letters(PlainText.of(sender).toString());
        int shorter = Math.min(one.length(), other.length());
        return shorter >= 3 && (one.startsWith(other) || other.startsWith(one));
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString();
    }

    // Indian senders: route and circle before the name, the kind of message after it
    // ("VM-ABCBNK-T").
    private static String withoutRoute(String sender) {
        boolean route =
                sender.length() > 3
                        && sender.charAt(2) == '-'
                        && Character.isUpperCase(sender.charAt(0))
                        && Character.isUpperCase(sender.charAt(1));
        String name = route ? sender.substring(3) : sender;
        boolean kind =
                name.length() > 2
                        && name.charAt(name.length() - 2) == '-'
                        && "TSPG".indexOf(name.charAt(name.length() - 1)) >= 0;
        return kind ? name.substring(0, name.length() - 2) : name;
    }
}
