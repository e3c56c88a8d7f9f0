package io.inlet.persistence;

import io.inlet.code.CodeReading;
import io.inlet.code.ReadingDifference;
import io.inlet.feed.Revised;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Composer;
import io.inlet.intake.Draft;
import io.inlet.intake.Rereading;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.tenant.TenantId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the codes of stored messages again. Any thread; blocks on the database. */
public final class PostgresRereading implements Rereading {
    private final Database database;
    private final PostgresMessages messages;
    private final Composer composer;
    private final Wakeups wakeups;

    /**
     * @param composer reads codes by the present rules
     * @param wakeups is told of what is committed
     */
    public PostgresRereading(
            Database database, PostgresMessages messages, Composer composer, Wakeups wakeups) {
        this.database = database;
        this.messages = messages;
        this.composer = composer;
        this.wakeups = wakeups;
    }

    @Override
    public Outcome reread(Request request) {
        TenantId tenant = request.tenant();
        if (tenant != null && !TenantTable.has(database.dsl(), tenant)) {
            return new NoSuchTenant();
        }
        BindName name = request.bind();
        BindId bind = name == null ? null : StoredPage.bind(database, name);
        if (name != null && bind == null) {
            return new NoSuchBind();
        }
        StoredPage page =
                StoredPage.first(database, new StoredPage.Selection(request.range(), tenant, bind));
        if (page.ids().isEmpty()) {
            return new Reread(0, 0, 0, 0, Map.of(), page.next());
        }
        var which = new Revising.Which(Revised.Cause.REREAD, bind, request.dryRun());
        Look look = messages.revise(page.ids(), new Look(which));
        wakeups.published(look.events());
        Revising.Counts counts = look.counts();
        return new Reread(
                counts.examined(),
                counts.changed(),
                counts.unreadable(),
                counts.suspended(),
                look.differences,
                look.next(page));
    }

    /** One look at a page of messages. For one thread, begun anew by each try. */
    final class Look extends Revising {
        private final Map<ReadingDifference, Integer> differences =
                new EnumMap<>(ReadingDifference.class);

        private Look(Which which) {
            super(which);
        }

        @Override
        void begin() {
            differences.clear();
        }

        @Override
        @Nullable Draft read(Former former, Content old) {
            var segments = Message.Segments.of(former.total(), old.parts());
            Draft draft = composer.readAgain(former.id(), old, former.times(), segments);
            Draft owned = composer.ownedBy(former.tenant(), draft);
            CodeReading reading = owned.content().reading();
            Set<ReadingDifference> found = ReadingDifference.between(old.reading(), reading);
            if (found.isEmpty()) {
                return null;
            }
            found.forEach(difference -> differences.merge(difference, 1, Integer::sum));
            return owned;
        }
    }
}
