package io.inlet.number;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a number besides its country and line.
 *
 * @param region ISO 3166-2, such as {@code DE-BE}, or null
 * @param areaCode the digits after the country code that name the area, 1 to 8, or null
 * @param residency where what arrives on it has to be kept: two capital letters, ISO 3166-1 or
 *     {@code EU}; or null
 * @param tags words of ours, at most 20; sorted, each once
 */
public record NumberTraits(
        @Nullable String region,
        @Nullable String areaCode,
        @Nullable String residency,
        List<String> tags) {
    /** Nothing is known. */
    public static final NumberTraits NONE = new NumberTraits(null, null, null, List.of());

    /** Most tags of a number, and of a wish for one. */
    public static final int MOST_TAGS = 20;

    // Compiled once: an import checks millions.
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern AREA_CODE = Pattern.compile("[0-9]{1,8}");
    private static final Pattern RESIDENCY = Pattern.compile("[A-Z]{2}");
    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,29}");

    public NumberTraits {
        check("region", region, REGION, "an ISO 3166-2 code such as DE-BE");
        check("areaCode", areaCode, AREA_CODE, "1 to 8 digits");
        check("residency", residency, RESIDENCY, "two capital letters");
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("tags: expected at most " + MOST_TAGS);
        }
        for (String tag : tags) {
            check("tags", tag, TAG, "words of up to 30 of a to z, 0 to 9, _ and -");
        }
        if (tags.size() > 1) {
            tags = List.copyOf(new TreeSet<>(tags));
        }
        tags = List.copyOf(tags);
    }

    private static void check(
            String name, @Nullable String value, Pattern pattern, String expected) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(name + ": expected " + expected);
        }
    }
}
