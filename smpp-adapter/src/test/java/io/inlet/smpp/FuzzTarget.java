package io.inlet.smpp;

import io.inlet.smpp.trace.TraceFuzz;

/** What is fuzzed. Inputs that are kept name a target by its number. */
enum FuzzTarget {
    /** Cuts octets into frames. */
    FRAMES(0, new FrameFuzz()),
    /** Reads a body by the settings of a bind. */
    PDU(1, new PduFuzz()),
    /** Walks a user data header. */
    HEADER(2, new HeaderFuzz()),
    /** Decodes the parts of a text. */
    TEXT(3, new TextFuzz()),
    /** Reads a delivery receipt. */
    RECEIPT(4, new ReceiptFuzz()),
    /** Finds the fields of a PDU, and masks it. */
    TRACE(5, new TraceFuzz());

    private static final FuzzTarget[] ALL = values();

    private final int number;

    // None keeps anything from one input to the next.
    @SuppressWarnings("ImmutableEnumChecker")
    private final FuzzedDecoder<?> decoder;

    FuzzTarget(int number, FuzzedDecoder<?> decoder) {
        this.number = number;
        this.decoder = decoder;
    }

    /** The target of a number, or of any octet. */
    static FuzzTarget of(int octet) {
        return ALL[octet % ALL.length];
    }

    int number() {
        return number;
    }

    FuzzedDecoder<?> decoder() {
        return decoder;
    }
}
