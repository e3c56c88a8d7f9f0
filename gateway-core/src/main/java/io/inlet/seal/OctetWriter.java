package io.inlet.seal;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes numbers, texts and octets one after the other. Not for two threads. */
final class OctetWriter {
    private byte[] buffer;
    private int length;

    OctetWriter(int expectedOctets) {
        buffer = new byte[expectedOctets];
    }

    /** Zig-zag and seven bits to an octet, least significant first. */
    OctetWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            octet(((int) rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
        return this;
    }

    OctetWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    OctetWriter optionalText(@Nullable String text) {
        return text == null ? number(-1) : text(text);
    }

    OctetWriter octets(Octets octets) {
        return bytes(octets.array());
    }

    <T> OctetWriter list(List<T> items, BiConsumer<OctetWriter, T> write) {
        number(items.size());
        items.forEach(item -> write.accept(this, item));
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    private OctetWriter bytes(byte[] bytes) {
        number(bytes.length);
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    private void octet(int value) {
        ensure(1);
        buffer[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
