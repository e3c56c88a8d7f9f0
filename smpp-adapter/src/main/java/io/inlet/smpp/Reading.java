package io.inlet.smpp;

import io.inlet.id.EnumName;
import io.inlet.sms.Address;
import io.inlet.sms.Answered;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Envelope;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.UserData;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the body of a deliver_sm or data_sm turned out to be. */
sealed interface Reading {
    /** A message, or a part of one. */
    record ShortMessage(
            Address source,
            Address destination,
            Envelope envelope,
            UserData userData,
            @Nullable Concatenation concatenation,
            Segment.CarrierFacts facts)
            implements Reading {
        /** The segment that it is, of a PDU that came there and then. */
        Segment segment(Origin origin, Instant arrivedAt, Answered answered, Octets pdu) {
            return new Segment(
                    origin,
                    arrivedAt,
                    answered,
                    source,
                    destination,
                    envelope,
                    userData,
                    concatenation,
                    facts,
                    pdu);
        }
    }

    /**
     * A delivery receipt: about a message, and not one.
     *
     * @param kind final or intermediate
     * @param id the id of the message it is about, or null
     * @param state what it says of that message
     * @param error the network's error, or null
     * @param submitted when that message was sent, by the carrier's clock, or null
     * @param done when it came into its state, or null
     */
    record Receipt(
            ReceiptKind kind,
            @Nullable String id,
            ReceiptState state,
            @Nullable String error,
            @Nullable LocalDateTime submitted,
            @Nullable LocalDateTime done)
            implements Reading {
        // For logs: what calls itself a receipt may be anything, a code behind "id:" too.
        @Override
        public String toString() {
            return "receipt, " + EnumName.of(kind) + ", " + EnumName.of(state);
        }
    }

    /** Nothing that can be parsed. The problem is told without content. */
    record Unreadable(String problem) implements Reading {}
}
