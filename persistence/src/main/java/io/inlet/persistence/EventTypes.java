package io.inlet.persistence;

import io.inlet.feed.EventType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Event types by the names that the feed's rows have. */
final class EventTypes {
    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(EventType.values())
                    .collect(Collectors.toMap(EventType::wireName, Function.identity()));

    private EventTypes() {}

    static EventType parse(String wireName) {
        return Objects.requireNonNull(BY_NAME.get(wireName), wireName);
    }
}
