package io.inlet.tenant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a tenant is in law.
 *
 * @param name its legal name
 * @param country where it is registered, ISO 3166-1 alpha-2 in upper case; null if not told, which
 *     is for sandbox alone
 */
public record LegalEntity(String name, @Nullable String country) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public LegalEntity {
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException(
                    "country: expected two capital letters of ISO 3166-1, found another");
        }
    }
}
