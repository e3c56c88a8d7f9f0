package io.inlet.simulator;

import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.util.ArrayList;
import java.util.List;

/** One PDU on its way, until it is acknowledged or lost. Owned by the event loop. */
final class OutgoingSegment {
    final long number;
    final Octets pdu;
    final Message message;
    int attempts;
    long sentNanos;
    long dueAgainNanos;

    private OutgoingSegment(long number, Octets pdu, Message message) {
        this.number = number;
        this.pdu = pdu;
        this.message = message;
    }

    /** The segments of a message, in the order in which they go out. */
    static List<OutgoingSegment> of(OutgoingMessage outgoing, long first, Message message) {
        if (outgoing.pdus().size() == 1) {
            return List.of(new OutgoingSegment(first, outgoing.pdus().getFirst(), message));
        }
        List<OutgoingSegment> segments = new ArrayList<>(outgoing.pdus().size());
        for (Octets pdu : outgoing.pdus()) {
            segments.add(new OutgoingSegment(first + segments.size(), pdu, message));
        }
        return segments;
    }

    /** What the segments of one message share. */
    static final class Message {
        final long name;
        final long intendedNanos;
        private int open;

        Message(long name, long intendedNanos, int segments) {
            this.name = name;
            this.intendedNanos = intendedNanos;
            this.open = segments;
        }

        /** Notes one segment more as acknowledged; true for the last. */
        boolean isCompletedByOneMore() {
            open--;
            return open == 0;
        }
    }
}
