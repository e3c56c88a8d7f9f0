package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;

import io.inlet.feed.Revised;
import io.inlet.feed.Wakeups;
import io.inlet.id.Uuid7;
import io.inlet.intake.Composer;
import io.inlet.intake.Draft;
import io.inlet.intake.PartContent;
import io.inlet.intake.Redecoding;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.MessageId;
import io.inlet.sms.Origin;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.StoredPduReader;
import io.inlet.sms.UnreadableFrame;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decodes stored messages again. Any thread; blocks on the database. */
public final class PostgresRedecoding implements Redecoding {
    /** Of content in one transaction. */
    private static final long MOST_OCTETS = 16 << 20;

    private final Database database;
    private final PostgresMessages messages;
    private final StoredPduReader reader;
    private final Reading reading;

    /**
     * How messages are read.
     *
     * @param composer makes messages of parts
     * @param wakeups is told of what is committed
     */
    public record Reading(Composer composer, Wakeups wakeups) {}

    public PostgresRedecoding(
            Database database, PostgresMessages messages, StoredPduReader reader, Reading reading) {
        this.database = database;
        this.messages = messages;
        this.reader = reader;
        this.reading = reading;
    }

    @Override
    public Redecoded redecode(Request request) {
        Map<UUID, String> carriers =
                database.dsl().selectFrom(BIND).fetchMap(BIND.BIND_ID, BIND.CARRIER);
        BindId bind = bind(request);
        Page found = page(request, bind);
        List<UUID> page = found.ids();
        MessageId next = found.isLast() ? null : new MessageId(page.getLast());
        if (page.isEmpty()) {
            return new Redecoded(0, 0, 0, 0, null);
        }
        Look look = messages.revise(page, new Look(bind, carriers, request.dryRun()));
        reading.wakeups().published(look.events());
        return new Redecoded(look.examined, look.changed, look.unreadable, look.suspended, next);
    }

    private BindId bind(Request request) {
        UUID id =
                database.dsl()
                        .select(BIND.BIND_ID)
                        .from(BIND)
                        .where(BIND.CARRIER.eq(request.carrier()), BIND.NAME.eq(request.bind()))
                        .fetchOne(BIND.BIND_ID);
        if (id == null) {
            throw new IllegalArgumentException("carrier and bind: there is no such bind");
        }
        return new BindId(id);
    }

    private record Page(List<UUID> ids, boolean isLast) {}

    // The bounds stand in the SQL itself, so that planning leaves the other days' partitions out.
    private Page page(Request request, BindId bind) {
        UUID from = Uuid7.floor(request.from());
        MessageId after = request.after();
        UUID start =
                after != null && UuidOrder.ASCENDING.compare(after.uuid(), from) > 0
                        ? after.uuid()
                        : from;
        // Of a long message only one bind is known without opening it.
        String sql =
                """
                SELECT message_id, octet_length(sealed) FROM messages
                WHERE message_id > '%s' AND message_id < '%s'
                    AND (bind_id = ANY (?) OR segments_total > 1)
                ORDER BY message_id LIMIT ?
                """
                        .formatted(start, Uuid7.floor(request.to()));
        List<UUID> page = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Call call = new Call(connection, sql);
                ResultSet rows = call.uuids(List.of(bind.uuid())).number(PAGE).rows()) {
            long octets = 0;
            while (rows.next()) {
                octets += rows.getInt(2);
                if (octets > MOST_OCTETS && !page.isEmpty()) {
                    return new Page(page, false);
                }
                page.add(Columns.uuid(rows, 1));
            }
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
        return new Page(page, page.size() < PAGE);
    }

    /** One look at a page of messages that are locked. For one thread, begun anew by each try. */
    final class Look extends Rereading {
        private final BindId bind;
        private final Map<UUID, String> carriers;
        private int examined;
        private int changed;
        private int unreadable;
        private int suspended;

        private Look(BindId bind, Map<UUID, String> carriers, boolean dryRun) {
            super(Revised.Cause.REDECODED, dryRun);
            this.bind = bind;
            this.carriers = carriers;
        }

        @Override
        void begin() {
            examined = 0;
            changed = 0;
            unreadable = 0;
            suspended = 0;
        }

        private boolean cameOverBind(Former former) {
            return former.content().parts().stream().anyMatch(part -> part.bind().equals(bind));
        }

        @Override
        void passOver(Former former) {
            if (cameOverBind(former)) {
                suspended++;
            }
        }

        @Override
        @Nullable Draft read(Former former) {
            Content old = former.content();
            if (!cameOverBind(former)) {
                return null;
            }
            examined++;
            List<PartContent> parts = new ArrayList<>();
            for (ReceivedPart part : old.parts()) {
                switch (arrival(part, former)) {
                    case Segment s ->
                            parts.add(
                                    new PartContent(
                                            s.source(),
                                            s.destination(),
                                            s.envelope(),
                                            s.userData(),
                                            part));
                    case UnreadableFrame _ -> {
                        unreadable++;
                        return null;
                    }
                }
            }
            return changed(former, old, parts);
        }

        private Arrival arrival(ReceivedPart part, Former former) {
            String carrier = carriers.getOrDefault(part.bind().uuid(), "");
            Origin origin = new Origin(carrier, part.bind(), SessionId.NONE, former.simulated());
            return reader.read(origin, part.arrivedAt(), part.pdu());
        }

        private @Nullable Draft changed(Former former, Content old, List<PartContent> parts) {
            parts.sort(Comparator.comparingInt(PartContent::number));
            Draft draft =
                    reading.composer()
                            .assembled(former.id(), parts, former.times(), former.total());
            if (draft.content().saysTheSameAs(old)) {
                return null;
            }
            changed++;
            return draft;
        }
    }
}
