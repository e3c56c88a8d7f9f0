package io.inlet.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.RequestHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the Authorization header (RFC 6750, section 2.1; the scheme's case does not matter). */
final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /**
     * The token, or null if there is none.
     *
     * @throws RefusedException if the header is there more than once: a proxy before us may have
     *     judged by another of them than we would
     */
    static @Nullable String token(RequestHeaders headers) {
        List<String> given = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (given.size() > 1) {
            throw new RefusedException(
                    Problem.badRequest("Authorization: expected it once, send one such header"));
        }
        return given.isEmpty() ? null : token(given.getFirst());
    }

    private static @Nullable String token(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
