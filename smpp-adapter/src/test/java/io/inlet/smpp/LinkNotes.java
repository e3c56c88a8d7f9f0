package io.inlet.smpp;

import io.inlet.sms.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The umpire's notes of what went over a connection, and what follows from them. */
final class LinkNotes {
    private final List<SimulatedCopy> copies = new ArrayList<>();
    private final List<SimulatedEnquiry> enquiries = new ArrayList<>();

    void add(SimulatedCopy copy) {
        copies.add(copy);
    }

    void add(SimulatedEnquiry enquiry) {
        enquiries.add(enquiry);
    }

    @SuppressWarnings("ReferenceEquality") // this very one
    void told(Answered answered, Instant at) {
        enquiries.stream()
                .filter(enquiry -> enquiry.proof == answered)
                .forEach(enquiry -> enquiry.toldAt = at);
    }

    boolean hasDoubts() {
        return copies.stream()
                .anyMatch(copy -> copy.answeredAt != null && !copy.isAnsweredInTime());
    }

    /**
     * When it and all before it had their answers, or these were late; null if never. That they are
     * late is noticed at once or with the next looks at the time.
     */
    private @Nullable Instant settledAt(SimulatedCopy copy, Duration noticed) {
        if (!copy.isAnsweredInTime()) {
            return null;
        }
        Instant settled = Instant.EPOCH;
        for (SimulatedCopy other : copies) {
            Instant late = other.readAt().plus(BindTimers.DEFAULT.responseBudget()).plus(noticed);
            Instant answered = other.answeredAt;
            Instant at = answered == null || answered.isAfter(late) ? late : answered;
            settled = at.isAfter(settled) ? at : settled;
            if (other == copy) {
                return settled;
            }
        }
        throw new AssertionError("not of this link");
    }

    /** Whether by then it was settled, and no enquire_link had failed to prove it. */
    boolean isHeardAt(SimulatedCopy copy, Instant then) {
        Instant settled = settledAt(copy, SimulatedLink.TICK.multipliedBy(2));
        return settled != null
                && settled.isBefore(then)
                && proofs(copy).stream()
                        .allMatch(proof ->
                                proof.isAnsweredInTime() || proof.overdueAt().isAfter(then));
    }

    /** The enquire_link that will prove it, with those before that may do so too. */
    private List<SimulatedEnquiry> proofs(SimulatedCopy copy) {
        Instant first = settledAt(copy, Duration.ZERO);
        Instant last = settledAt(copy, SimulatedLink.TICK.multipliedBy(2));
        List<SimulatedEnquiry> proofs = new ArrayList<>();
        if (first == null || last == null) {
            return proofs;
        }
        for (SimulatedEnquiry enquiry : enquiries) {
            if (enquiry.sentAt.isAfter(first)) {
                proofs.add(enquiry);
            }
            if (enquiry.sentAt.isAfter(last)) {
                break;
            }
        }
        return proofs;
    }

    /** Whether the store has word that it is proven. */
    boolean isToldOf(SimulatedCopy copy, Instant now) {
        Instant settled = settledAt(copy, SimulatedLink.TICK.multipliedBy(2));
        List<SimulatedEnquiry> proofs = proofs(copy);
        if (settled == null
                || proofs.isEmpty()
                || !proofs.getLast().sentAt.isAfter(settled)
                || !proofs.stream().allMatch(SimulatedEnquiry::isAnsweredInTime)) {
            return false;
        }
        Instant proof = proofs.getLast().sentAt;
        return enquiries.stream()
                .filter(enquiry -> !enquiry.sentAt.isBefore(proof))
                .anyMatch(enquiry -> enquiry.toldAt != null && enquiry.toldAt.isBefore(now));
    }
}
