package io.inlet.smpp;

/** What Jazzer calls for each input that it makes. */
public final class DecoderFuzzer {
    private DecoderFuzzer() {}

    /** Decodes an input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] octets) {
        FuzzCase.of(octets).run();
    }
}
