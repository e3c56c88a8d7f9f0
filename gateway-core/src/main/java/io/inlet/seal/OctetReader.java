package io.inlet.seal;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link OctetWriter} wrote; throws IllegalArgumentException where the octets end early.
 * Not for two threads.
 */
final class OctetReader {
    private final byte[] buffer;
    private int position;

    OctetReader(byte[] buffer) {
        this.buffer = buffer;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7fL) << shift;
            if ((octet & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    String text() {
        return new String(bytes(number()), StandardCharsets.UTF_8);
    }

    @Nullable String optionalText() {
        long length = number();
        return length < 0 ? null : new String(bytes(length), StandardCharsets.UTF_8);
    }

    Octets octets() {
        return Octets.wrap(bytes(number()));
    }

    <T> List<T> list(Function<OctetReader, T> read) {
        List<T> items = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            items.add(read.apply(this));
        }
        return items;
    }

    private byte[] bytes(long length) {
        if (length < 0 || length > buffer.length - position) {
            throw new IllegalArgumentException("octets end early");
        }
        position += (int) length;
        return Arrays.copyOfRange(buffer, position - (int) length, position);
    }

    private int octet() {
        if (position == buffer.length) {
            throw new IllegalArgumentException("octets end early");
        }
        return buffer[position++];
    }
}
