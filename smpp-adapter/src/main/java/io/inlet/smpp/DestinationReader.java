package io.inlet.smpp;

import io.inlet.sms.Address;
import org.jspecify.annotations.Nullable;

/** Stands in until the domain reads destinations. */
final class DestinationReader {
    private DestinationReader() {}

    static Address read(Address raw, @Nullable String country) {
        return raw;
    }
}
