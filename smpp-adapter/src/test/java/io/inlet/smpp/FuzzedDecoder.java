package io.inlet.smpp;

/**
 * One decoder under the fuzzer.
 *
 * @param <R> what it makes of its octets
 */
public interface FuzzedDecoder<R> {
    /** Decodes, and no more: this is what is timed. */
    R read(FuzzCase input);

    /**
     * Says whether the result may be so.
     *
     * @throws AssertionError if not; its message is free of the input
     */
    void expect(FuzzCase input, R result);

    /** Decodes and checks what came of it. */
    static <R> void run(FuzzedDecoder<R> decoder, FuzzCase input) {
        decoder.expect(input, decoder.read(input));
    }

    /** A check that costs nothing while it holds, unlike an assertion of a library. */
    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
