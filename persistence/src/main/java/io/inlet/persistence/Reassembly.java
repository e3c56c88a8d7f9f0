package io.inlet.persistence;

import io.inlet.intake.Disposition;
import io.inlet.sms.Concatenation;
import io.inlet.sms.MessageId;
import java.time.Duration;
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
 * short of its parts, and the part begins the next. Owned by one commit.
 */
final class Reassembly {
    private final UUID key;
    private final int total;
    private final Duration timeout;
    private final TreeMap<Integer, KeptPart> parts = new TreeMap<>();
    private final List<Assembly> over = new ArrayList<>();
    private MessageId id;
    private Instant begun;
    private boolean keptPartsAreOver;

    /**
     * @param first the first part of it in the batch
     * @param id the id in its row
     * @param begun the instant in its row
     * @param timeout how long after that it still takes parts
     */
    Reassembly(ArrivedPart first, MessageId id, Instant begun, Duration timeout) {
        this.key = first.submission().reassembly();
        this.total = concatenation(first).total();
        this.id = id;
        this.begun = begun;
        this.timeout = timeout;
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
            end(arrived);
        }
        KeptPart here = parts.get(concatenation(arrived).part());
        if (here != null && here.fingerprint().equals(arrived.submission().fingerprint())) {
            return new Disposition.AwaitingSegments(parts.size(), total);
        }
        if (here != null) {
            end(arrived);
        }
        if (parts.isEmpty() && !over.isEmpty()) {
            id = arrived.submission().id();
            begun = arrived.submission().arrival().receivedAt();
        }
        KeptPart part = KeptPart.of(arrived);
        parts.put(part.number(), part);
        if (parts.size() < total) {
            return new Disposition.AwaitingSegments(parts.size(), total);
        }
        end(arrived);
        return null;
    }

    // Senders count references in 8 bits, so the same one comes again within hours.
    private boolean comesTooLate(ArrivedPart arrived) {
        return arrived.submission().arrival().receivedAt().isAfter(begun.plus(timeout));
    }

    private void end(ArrivedPart last) {
        keptPartsAreOver |= parts.values().stream().anyMatch(part -> part.arrived() == null);
        over.add(new Assembly(last, id, total, List.copyOf(parts.values())));
        parts.clear();
    }

    private static Concatenation concatenation(ArrivedPart part) {
        return Objects.requireNonNull(part.submission().arrival().concatenation());
    }

    UUID key() {
        return key;
    }

    int total() {
        return total;
    }

    /** The id of the message at hand, or of the last one if none is. */
    MessageId id() {
        return id;
    }

    Instant begun() {
        return begun;
    }

    /** The messages that ended, in their order. */
    List<Assembly> over() {
        return over;
    }

    /** Whether no part is waiting. */
    boolean isEmpty() {
        return parts.isEmpty();
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
