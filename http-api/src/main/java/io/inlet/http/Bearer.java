package io.inlet.http;

import org.jspecify.annotations.Nullable;

/** Reads the Authorization header (RFC 6750, section 2.1; the scheme's case does not matter). */
final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    static @Nullable String token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
