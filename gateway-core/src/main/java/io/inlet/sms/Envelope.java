package io.inlet.sms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PDU says around its text, as received. Its text form tells no address.
 *
 * @param source the sender's address
 * @param destination the address it was sent to
 * @param country whose short codes the bind's senders have (ISO 3166-1), or null
 * @param ports the applications that its header names, or null if it is for people
 * @param carrierFields what the bind's settings name of the carrier's own TLVs
 */
public record Envelope(
        Address source,
        Address destination,
        @Nullable String country,
        @Nullable Ports ports,
        List<CarrierField> carrierFields) {
    public Envelope {
        carrierFields = List.copyOf(carrierFields);
    }

    /** Addresses and nothing else. */
    public static Envelope of(Address source, Address destination) {
        return new Envelope(source, destination, null, null, List.of());
    }
}
