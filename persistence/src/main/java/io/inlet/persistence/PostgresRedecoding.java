package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;

import io.inlet.feed.Revised;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Composer;
import io.inlet.intake.Draft;
import io.inlet.intake.PartContent;
import io.inlet.intake.Redecoding;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.Origin;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.StoredPduReader;
import io.inlet.sms.UnreadableFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decodes stored messages again. Any thread; blocks on the database. */
public final class PostgresRedecoding implements Redecoding {
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
    public Outcome redecode(Request request) {
        BindId bind = StoredPage.bind(database, request.bind());
        if (bind == null) {
            return new NoSuchBind();
        }
        StoredPage page =
                StoredPage.first(database, new StoredPage.Selection(request.range(), null, bind));
        if (page.ids().isEmpty()) {
            return new Redecoded(0, 0, 0, 0, page.next());
        }
        var which = new Revising.Which(Revised.Cause.REDECODED, bind, request.dryRun());
        Map<UUID, String> carriers =
                database.dsl().selectFrom(BIND).fetchMap(BIND.BIND_ID, BIND.CARRIER);
        Look look = messages.revise(page.ids(), new Look(which, carriers));
        reading.wakeups().published(look.events());
        Revising.Counts counts = look.counts();
        return new Redecoded(
                counts.examined(),
                counts.changed(),
                counts.unreadable(),
                counts.suspended(),
                look.next(page));
    }

    /** One look at a page of messages. For one thread, begun anew by each try. */
    final class Look extends Revising {
        private final Map<UUID, String> carriers;

        private Look(Which which, Map<UUID, String> carriers) {
            super(which);
            this.carriers = carriers;
        }

        @Override
        void begin() {}

        @Override
        @Nullable Draft read(Former former, Content content) {
            List<PartContent> parts = new ArrayList<>();
            for (ReceivedPart part : content.parts()) {
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
                        notRead();
                        return null;
                    }
                }
            }
            parts.sort(Comparator.comparingInt(PartContent::number));
            Composer composer = reading.composer();
            Draft anybodys = composer.assembled(former.id(), parts, former.times(), former.total());
            Draft draft = composer.ownedBy(former.tenant(), anybodys);
            return draft.content().saysTheSameAs(content) ? null : draft;
        }

        private Arrival arrival(ReceivedPart part, Former former) {
            String carrier = carriers.getOrDefault(part.bind().uuid(), "");
            Origin origin = new Origin(carrier, part.bind(), SessionId.NONE, former.simulated());
            return reader.read(origin, part.arrivedAt(), part.pdu());
        }
    }
}
