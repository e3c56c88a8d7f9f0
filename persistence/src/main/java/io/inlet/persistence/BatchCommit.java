package io.inlet.persistence;

import io.inlet.feed.Publication;
import io.inlet.intake.Disposition;
import io.inlet.intake.MessageStore.Committed;
import io.inlet.intake.Owner;
import io.inlet.intake.Submission;
import io.inlet.persistence.Deliveries.Redelivery;
import io.inlet.sms.Segment;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to commit one batch. For one thread, once. */
final class BatchCommit {
    private final CommitSteps steps;
    private final Connection connection;
    private final List<Submission> batch;
    private final InstantSource clock;

    private final List<ArrivedPart> parts = new ArrayList<>();

    // What will be stored, and what is answered already, by the place in the batch.
    private final @Nullable Birth[] births;
    private final @Nullable RawArrival[] raws;
    private final @Nullable Disposition[] dispositions;

    BatchCommit(
            CommitSteps steps, Connection connection, List<Submission> batch, InstantSource clock) {
        this.steps = steps;
        this.connection = connection;
        this.batch = batch;
        this.clock = clock;
        this.dispositions = new Disposition[batch.size()];
        this.births = new Birth[batch.size()];
        this.raws = new RawArrival[batch.size()];
    }

    /** Before the transaction: finds owners by what is remembered, and seals. */
    void prepare() throws SQLException {
        List<Newborn> newborns = new ArrayList<>(batch.size());
        List<Integer> partPlaces = new ArrayList<>();
        for (int place = 0; place < batch.size(); place++) {
            switch (batch.get(place)) {
                case Submission.Whole whole -> newborns.add(newborn(place, whole));
                case Submission.Part _ -> partPlaces.add(place);
                case Submission.Raw raw -> {
                    LocalDate day = PgTime.utcDay(raw.arrival().receivedAt());
                    raws[place] = RawArrival.of(place, raw, steps.keys().ofDay(day));
                }
            }
        }
        steps.owners().seal(connection, newborns).forEach(birth -> births[birth.place()] = birth);
        prepareParts(partPlaces);
    }

    private static Newborn newborn(int place, Submission.Whole whole) {
        Segment segment = whole.arrival();
        return new Newborn(
                place,
                whole.draft(),
                segment.origin().bind(),
                segment.origin().simulated(),
                List.of(claim(segment)),
                1);
    }

    private static Claim claim(Segment segment) {
        return new Claim(segment.destination().value(), segment.receivedAt());
    }

    private void prepareParts(List<Integer> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        List<Segment> segments =
                Lists.map(places, place -> ((Submission.Part) batch.get(place)).arrival());
        List<Owner> owners =
                steps.owners()
                        .find(
                                connection,
                                Lists.map(segments, BatchCommit::claim),
                                Lists.map(segments, segment -> segment.origin().simulated()));
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            parts.add(new ArrivedPart(place, (Submission.Part) batch.get(place), owners.get(i)));
        }
    }

    /**
     * The transaction up to its commit.
     *
     * @return what it did, or null if it has to be rolled back and tried again, because a lease
     *     came to a tenant whose feed is not locked
     */
    @Nullable Committed run() throws SQLException {
        Map<UUID, Redelivery> redelivered = steps.deliveries().take(connection, batch);
        leaveOut(redelivered);
        takeParts();
        MessageTable.insert(connection, present(births));
        QuarantineTable.insert(connection, present(raws));
        MessageTable.recount(connection, redelivered.values());

        FeedHeads heads = FeedHeads.lock(connection, tenants());
        if (!haveRightOwners(heads)) {
            return null;
        }
        Announcements announcements = announce(heads);
        FeedTable.insert(connection, Lists.map(announcements.events(), Publication::entry));
        heads.store(connection);
        return new Committed(dispositions(), announcements.events());
    }

    private void leaveOut(Map<UUID, Redelivery> redelivered) {
        if (redelivered.isEmpty()) {
            return;
        }
        for (int place = 0; place < batch.size(); place++) {
            Redelivery redelivery = redelivered.get(batch.get(place).fingerprint());
            if (redelivery != null) {
                dispositions[place] = new Disposition.Redelivered(redelivery.first());
                births[place] = null;
                raws[place] = null;
            }
        }
        parts.removeIf(part -> dispositions[part.place()] != null);
    }

    private void takeParts() throws SQLException {
        LongMessages.Taken taken = steps.longMessages().take(connection, parts);
        taken.waiting().forEach((place, disposition) -> dispositions[place] = disposition);
        for (Birth birth : steps.owners().seal(connection, taken.complete())) {
            births[birth.place()] = birth;
        }
    }

    // The built-in tenant's feed tells what is nobody's, raw frames too.
    private Set<TenantId> tenants() {
        Set<TenantId> tenants = new HashSet<>();
        present(births).forEach(birth -> tenants.addAll(birth.tenants()));
        if (!present(raws).isEmpty()) {
            tenants.add(Tenant.SYSTEM);
        }
        return tenants;
    }

    private boolean haveRightOwners(FeedHeads heads) throws SQLException {
        List<Birth> changed = steps.owners().judgeAgain(connection, present(births));
        if (!changed.stream().map(Birth::tenants).flatMap(Set::stream).allMatch(heads::hold)) {
            return false;
        }
        if (!changed.isEmpty()) {
            MessageTable.withdraw(connection, changed);
            MessageTable.insert(connection, changed);
            changed.forEach(birth -> births[birth.place()] = birth);
        }
        return true;
    }

    private Announcements announce(FeedHeads heads) {
        // Read under the heads' locks, so that time does not go back along a sequence.
        Instant now = PgTime.floor(clock.instant());
        Announcements announcements = new Announcements(heads, now);
        for (int place = 0; place < batch.size(); place++) {
            Birth birth = births[place];
            RawArrival raw = raws[place];
            if (birth != null) {
                announcements.tell(birth);
            } else if (raw != null) {
                announcements.tell(raw);
            }
        }
        return announcements;
    }

    private List<Disposition> dispositions() {
        List<Disposition> complete = new ArrayList<>(batch.size());
        for (int place = 0; place < batch.size(); place++) {
            complete.add(disposition(place));
        }
        return complete;
    }

    private Disposition disposition(int place) {
        Disposition disposition = dispositions[place];
        if (disposition != null) {
            return disposition;
        }
        RawArrival raw = raws[place];
        return raw == null
                ? Objects.requireNonNull(births[place]).disposition()
                : new Disposition.Quarantined(raw.submission().id(), raw.submission().reason());
    }

    private static <T> List<T> present(@Nullable T[] items) {
        List<T> present = new ArrayList<>(items.length);
        for (T item : items) {
            if (item != null) {
                present.add(item);
            }
        }
        return present;
    }
}
