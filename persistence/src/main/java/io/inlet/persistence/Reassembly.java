package io.inlet.persistence;

import io.inlet.intake.Disposition;
import io.inlet.sms.Concatenation;
import io.inlet.sms.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One long message in the making, while its row is locked. Complete when all its parts are here. A
 * part that is here already adds nothing. One that is here with other content, or comes long after
 * the first, belongs to the sender's next message under the same reference: the one at hand ends
 * short of its parts, and the part begins the next. One that was told already, since its time was
 * up, is told again when a part joins it. Owned by one commit.
 */
final class Reassembly {
    private final UUID key;
    private final int total;
    private final Patience patience;
    private final TreeMap<Integer, KeptPart> parts = new TreeMap<>();
    private final List<Assembly> over = new ArrayList<>();
    private Row row;
    private boolean held;
    private boolean ended;
    private boolean begunAnew;
    private boolean dueAnew;
    private boolean keptPartsAreOver;

    /**
     * What its row says.
     *
     * @param id the message's id
     * @param begun the arrival of its first part
     * @param told whether it was told already
     * @param dueAt when it is told as it is, or null if all that came is told
     * @param joinsUntil until when it takes parts
     */
    record Row(
            MessageId id,
            Instant begun,
            boolean told,
            @Nullable Instant dueAt,
            Instant joinsUntil) {
        /** What the row of a message that begins with this part says. */
        static Row of(ArrivedPart first, Patience patience) {
            Instant arrival = first.submission().arrival().receivedAt();
            return new Row(
                    first.submission().id(),
                    arrival,
                    false,
                    patience.dueAt(arrival),
                    patience.joinsUntil(arrival, concatenation(first)));
        }

        Row dueAt(Instant at) {
            return new Row(id, begun, told, at, joinsUntil);
        }
    }

    /**
     * @param first the first part of it in the batch
     */
    Reassembly(ArrivedPart first, Row row, Patience patience) {
        this.key = first.submission().reassembly();
        this.total = concatenation(first).total();
        this.row = row;
        this.patience = patience;
    }

    /** What was told is of a suspended lease: what joins it is not told before it is due. */
    void hold() {
        held = true;
    }

    /** Adds a part that an earlier batch left in the database. */
    void addKept(KeptPart part) {
        parts.put(part.number(), part);
    }

    /**
     * Adds a part of the batch.
     *
     * @return what became of it, or null if it completed the message
     */
    @Nullable Disposition add(ArrivedPart arrived) {
        if (!parts.isEmpty() && comesTooLate(arrived)) {
            end(arrived.place());
        }
        KeptPart here = parts.get(concatenation(arrived).part());
        if (here != null && here.fingerprint().equals(arrived.submission().fingerprint())) {
            return new Disposition.AwaitingSegments(parts.size(), total);
        }
        if (here != null) {
            end(arrived.place());
        }
        take(arrived);
        if (parts.size() < total || (held && !begunAnew)) {
            return new Disposition.AwaitingSegments(parts.size(), total);
        }
        end(arrived.place());
        return null;
    }

    private void take(ArrivedPart arrived) {
        if (ended) {
            ended = false;
            begunAnew = true;
            row = Row.of(arrived, patience);
        } else if (row.dueAt() == null) {
            dueAnew = true;
            row = row.dueAt(patience.dueAt(arrived.submission().arrival().receivedAt()));
        }
        KeptPart part = KeptPart.of(arrived);
        parts.put(part.number(), part);
    }

    private boolean comesTooLate(ArrivedPart arrived) {
        return arrived.submission().arrival().receivedAt().isAfter(row.joinsUntil());
    }

    private void end(int place) {
        keptPartsAreOver |= parts.values().stream().anyMatch(part -> part.arrived() == null);
        if (row.dueAt() != null) {
            List<KeptPart> all = List.copyOf(parts.values());
            over.add(new Assembly(key, place, row.id(), total, row.told(), all));
        }
        parts.clear();
        ended = true;
    }

    private static Concatenation concatenation(ArrivedPart part) {
        return Objects.requireNonNull(part.submission().arrival().concatenation());
    }

    UUID key() {
        return key;
    }

    /** What the row is to say: of the message at hand, or of the last one if none is. */
    Row row() {
        return row;
    }

    MessageId id() {
        return row.id();
    }

    /** The messages that ended and are to be told, in their order. */
    List<Assembly> over() {
        return over;
    }

    /** Whether no part is waiting. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether the message at hand began after another one ended. */
    boolean hasBegunAnew() {
        return begunAnew;
    }

    /** Whether the message at hand, told before, is to be told again. */
    boolean isDueAnew() {
        return dueAnew && !begunAnew;
    }

    /** Whether the parts in the database are used up. */
    boolean keptPartsAreOver() {
        return keptPartsAreOver;
    }

    /** The parts of this batch that have to wait. */
    List<ArrivedPart> waiting() {
        return parts.values().stream().map(KeptPart::arrived).filter(Objects::nonNull).toList();
    }
}
