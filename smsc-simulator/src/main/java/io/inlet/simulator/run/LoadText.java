package io.inlet.simulator.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a load say: a brand's one-time code, from which a reader can tell which
 * message it is and when it was to be sent. Index and instant are digits in runs of 9 and 16, so
 * that they are no codes.
 *
 * @param index which message of the load, 0 to 999,999,999
 * @param code six digits
 * @param sentMicros when it was to go out, in microseconds since 1970 by the carrier's clock
 */
public record LoadText(long index, String code, long sentMicros) {
    static final long LAST_INDEX = 999_999_999;

    private static final Pattern TEXT =
            Pattern.compile("Your \\S+ code is (\\d{6})\\. Ref (\\d{9}) at (\\d{16})");

    // 7919 shares no factor with a million, so a million messages in a row have a million codes.
    private static final long STEP = 7_919;
    private static final long OFFSET = 104_729;
    private static final int CODES = 1_000_000;

    /** The code of a message, 0 to 999,999; shown with leading zeros. */
    public static int code(long index) {
        return (int) ((index % CODES * STEP + OFFSET) % CODES);
    }

    /** The text of a message of the brand Acme. */
    public static String text(long index, long sentMicros) {
        return "Your Acme code is %06d. Ref %09d at %016d"
                .formatted(code(index), index, sentMicros);
    }

    /** Reads a text back; null if it is not one of these, or its code is not that of its index. */
    public static @Nullable LoadText parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        long index = Long.parseLong(parts.group(2));
        boolean fits = Integer.parseInt(parts.group(1)) == code(index);
        return fits ? new LoadText(index, parts.group(1), Long.parseLong(parts.group(3))) : null;
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "load message " + index;
    }
}
