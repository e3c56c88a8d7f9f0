package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.feed.Cursor;
import io.inlet.feed.GatewayEvent;
import io.inlet.feed.GatewayEvents;
import io.inlet.sms.BindName;
import io.inlet.tenant.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in tenant's events over HTTP, for operators. Called on virtual threads. */
final class EventOperations {
    static final String AFTER = "after";
    static final String LIMIT = "limit";

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final GatewayEvents events;

    EventOperations(GatewayEvents events) {
        this.events = events;
    }

    private record PageJson(List<EventJson> events, @Nullable String cursor) {}

    private record EventJson(
            String id, String type, String timestamp, String cursor, DataJson data) {
        static EventJson of(GatewayEvent event) {
            return new EventJson(
                    event.id().toString(),
                    event.type().wireName(),
                    Timestamps.text(event.at()),
                    event.cursor().text(),
                    DataJson.of(event));
        }
    }

    private record DataJson(
            @Nullable String carrier,
            @Nullable String bind,
            @Nullable String detail,
            @Nullable String messageId) {
        static DataJson of(GatewayEvent event) {
            BindName bind = event.bind();
            return new DataJson(
                    bind == null ? null : bind.carrier(),
                    bind == null ? null : bind.bind(),
                    event.detail(),
                    event.message() == null ? null : event.message().toString());
        }
    }

    /** A page, and where the next begins: at its own beginning if there is nothing new. */
    HttpResponse list(Exchange exchange) {
        String after = exchange.parameter(AFTER);
        Cursor place = after == null ? null : Cursors.read(after, Tenant.SYSTEM);
        List<GatewayEvent> page = events.after(place, exchange.number(LIMIT, USUAL, MOST));
        String next = page.isEmpty() ? after : page.getLast().cursor().text();
        return Answers.ok(new PageJson(page.stream().map(EventJson::of).toList(), next));
    }
}
