package io.inlet.persistence;

import io.inlet.intake.Disposition;
import io.inlet.intake.MessageStore.Committed;
import io.inlet.intake.Owner;
import io.inlet.intake.Submission;
import io.inlet.persistence.Deliveries.Redelivery;
import io.inlet.sms.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
                1,
                false);
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
     * @return what it did, or null if it has to be rolled back and tried again
     */
    @Nullable Committed run() throws SQLException {
        Map<UUID, Redelivery> redelivered = steps.deliveries().take(connection, batch);
        leaveOut(redelivered);
        List<Revision> revisions = takeParts(redelivered.values());
        var items = new Storing.Items(present(births), present(raws), revisions);
        Storing.Stored stored =
                new Storing(steps, connection, clock).store(items, redelivered.values());
        return stored == null ? null : new Committed(dispositions(stored.told()), stored.events());
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

    private List<Revision> takeParts(Collection<Redelivery> redelivered) throws SQLException {
        if (parts.isEmpty()) {
            return List.of();
        }
        LongMessages.Taken taken = steps.longMessages().take(connection, parts);
        taken.waiting().forEach((place, disposition) -> dispositions[place] = disposition);
        Set<UUID> recounted = new HashSet<>();
        redelivered.forEach(redelivery -> recounted.add(redelivery.first().uuid()));
        Revisions.Plan late = steps.revisions().plan(connection, taken.over().late(), recounted);
        steps.deliveries().renameStrays(connection, late.renamed());
        List<Newborn> newborns = new ArrayList<>(taken.over().complete());
        newborns.addAll(late.strays());
        for (Birth birth : steps.owners().seal(connection, newborns)) {
            births[birth.place()] = birth;
        }
        return late.revisions();
    }

    private List<Disposition> dispositions(List<Telling> told) {
        for (Telling telling : told) {
            if (dispositions[telling.place()] == null) {
                dispositions[telling.place()] = disposition(telling);
            }
        }
        List<Disposition> complete = new ArrayList<>(batch.size());
        for (Disposition disposition : dispositions) {
            complete.add(Objects.requireNonNull(disposition));
        }
        return complete;
    }

    private static Disposition disposition(Telling telling) {
        return switch (telling) {
            case Birth birth -> birth.disposition();
            case Revision revision -> revision.disposition();
            case RawArrival raw ->
                    new Disposition.Quarantined(raw.submission().id(), raw.submission().reason());
        };
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
