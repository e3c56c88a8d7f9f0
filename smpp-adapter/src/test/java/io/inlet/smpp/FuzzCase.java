package io.inlet.smpp;

import io.inlet.sms.Octets;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One input of the fuzzer: an octet that chooses the decoder, four that it takes for settings, and
 * what it decodes. Its octets in hexadecimal are how a finding is told and kept.
 */
public record FuzzCase(Octets octets) {
    static final int CHOICES = 5;

    /** The input of a decoder with those settings, the first in the lowest octet. */
    static FuzzCase of(FuzzTarget target, int settings, byte[] input) {
        ByteBuffer all = ByteBuffer.allocate(CHOICES + input.length).put((byte) target.number());
        for (int i = 0; i < CHOICES - 1; i++) {
            all.put((byte) (settings >>> (i * Byte.SIZE)));
        }
        return new FuzzCase(Octets.wrap(all.put(input).array()));
    }

    /** Of any octets. */
    static FuzzCase of(byte[] octets) {
        return new FuzzCase(Octets.wrap(Arrays.copyOf(octets, Math.max(octets.length, CHOICES))));
    }

    FuzzTarget target() {
        return FuzzTarget.of(octets.at(0));
    }

    /** One of the settings, by its index from 0 to 3: 0 to 255. */
    public int setting(int index) {
        return octets.at(1 + index);
    }

    /** One of the values, as a setting says. */
    <T> T chosen(int index, T[] values) {
        return values[setting(index) % values.length];
    }

    /** What is decoded. */
    public byte[] input() {
        return Arrays.copyOfRange(octets.array(), CHOICES, octets.length());
    }

    /** What is decoded, as the body of a PDU. */
    public Octets pdu(int commandId) {
        byte[] body = input();
        return Octets.wrap(
                ByteBuffer.allocate(Frame.HEADER_OCTETS + body.length)
                        .putInt(Frame.HEADER_OCTETS + body.length)
                        .putInt(commandId)
                        .putInt(0)
                        .putInt(1)
                        .put(body)
                        .array());
    }

    /** Decodes it, and checks what comes of it. */
    void run() {
        FuzzedDecoder.run(target().decoder(), this);
    }
}
