package io.inlet.smpp;

import io.inlet.sms.Address;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Envelope;
import io.inlet.sms.Segment;
import io.inlet.sms.UserData;
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
            implements Reading {}

    /** A delivery receipt, final or intermediate: about a message, and not one. */
    record Receipt() implements Reading {}

    /** Nothing that can be parsed. The problem is told without content. */
    record Unreadable(String problem) implements Reading {}
}
