package io.inlet.app;

import io.inlet.http.BindStatus;
import io.inlet.id.EnumName;
import io.inlet.smpp.BindState;
import io.inlet.smpp.Carriers;
import io.inlet.smpp.LastEnd;
import io.inlet.sms.BindId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The binds as operators see them. Any thread. */
final class BindList {
    /** A bind as the configuration names it. */
    record Name(String carrier, String bind) {}

    private final Carriers carriers;
    private final Map<Name, BindId> ids;

    /**
     * @param ids how the database names each
     */
    BindList(Carriers carriers, Map<Name, BindId> ids) {
        this.carriers = carriers;
        this.ids = Map.copyOf(ids);
    }

    List<BindStatus> list() {
        return carriers.status().stream().map(status -> shown(id(status), status)).toList();
    }

    private BindId id(io.inlet.smpp.BindStatus status) {
        return Objects.requireNonNull(ids.get(new Name(status.carrier(), status.bind())));
    }

    static BindStatus shown(BindId id, io.inlet.smpp.BindStatus status) {
        return new BindStatus(
                id,
                status.carrier(),
                status.bind(),
                EnumName.of(status.state()),
                status.since(),
                reason(status.state(), status.lastEnd()));
    }

    /** Why the session before this one ended is no news once there is this one. */
    private static @Nullable String reason(BindState state, @Nullable LastEnd lastEnd) {
        return state == BindState.BOUND || lastEnd == null ? null : lastEnd.reason().label();
    }
}
