package io.inlet.code;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names a brand by the host of an origin-bound code. */
final class Origins {
    private static final Set<String> SECOND_LEVEL =
            Set.of(
                    "co", "com", "net", "org", "gov", "gob", "gouv", "ac", "edu", "or", "ne", "go",
                    "in", "web");

    private Origins() {}

    /** The label before the public suffix: {@code id.chaba.co.th} is {@code chaba}. */
    static @Nullable String brand(String host) {
        String[] labels = host.split("\\.", -1);
        int last = labels.length - 2;
        if (last > 0
                && labels[labels.length - 1].length() == 2
                && SECOND_LEVEL.contains(labels[last])) {
            last--;
        }
        return last < 0 || labels[last].isEmpty() ? null : labels[last];
    }
}
