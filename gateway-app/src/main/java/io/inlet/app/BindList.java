package io.inlet.app;

import io.inlet.http.BindStatus;
import io.inlet.intake.SessionStore;
import io.inlet.smpp.Carriers;
import io.inlet.sms.BindId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The binds as operators see them. Called on virtual threads. */
final class BindList {
    private record Name(String carrier, String bind) {}

    private final Carriers carriers;
    private final SessionStore sessions;
    private final Map<Name, BindId> ids = new ConcurrentHashMap<>();

    BindList(Carriers carriers, SessionStore sessions) {
        this.carriers = carriers;
        this.sessions = sessions;
    }

    List<BindStatus> list() {
        return carriers.status().stream().map(this::shown).toList();
    }

    private BindStatus shown(io.inlet.smpp.BindStatus status) {
        Name name = new Name(status.carrier(), status.bind());
        BindId id = ids.computeIfAbsent(name, n -> sessions.register(n.carrier(), n.bind()));
        return new BindStatus(
                id,
                status.carrier(),
                status.bind(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.since(),
                status.lastEnd() == null ? null : status.lastEnd().toString());
    }
}
