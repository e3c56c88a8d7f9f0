package io.inlet.intake;

import io.inlet.sms.MessageId;

/** What became of an arrival; the adapter turns it into a command_status. */
public sealed interface Disposition {
    /** A new message, durable. */
    record Stored(MessageId id) implements Disposition {}

    /** A part of a long message, durable; others are still to come. */
    record AwaitingSegments(int have, int total) implements Disposition {}

    /** Seen before and durable since then. */
    record Redelivered(MessageId id) implements Disposition {}

    /** Durable, and shown to nobody. */
    record Quarantined(MessageId id, QuarantineReason reason) implements Disposition {}

    /** Not known to be durable: the carrier shall try again. */
    record Deferred(Reason reason) implements Disposition {
        /** Why not now. */
        public enum Reason {
            /** The intake holds as much as it may. */
            INTAKE_FULL,
            /** The database is away. */
            STORE_UNAVAILABLE,
            /** A commit broke off, of the database or of a fault of ours: it may be durable. */
            OUTCOME_UNKNOWN,
            /** The gateway is stopping, or this lane has ended; it was in no commit. */
            STOPPING
        }
    }
}
