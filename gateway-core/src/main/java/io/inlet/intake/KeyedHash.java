package io.inlet.intake;

import io.inlet.sms.Address;
import io.inlet.sms.Arrival;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Octets;
import io.inlet.sms.Segment;
import io.inlet.sms.UnreadableFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Names things by an HMAC-SHA-256 of what they are made of, under a key outside the database: a
 * plain hash of an MSISDN or of six digits is broken in a second. The first 128 bits are kept,
 * which leave a chance of 10^-20 of any two equal among 10 billion. Addresses go in as the bind's
 * rules read them: two binds of a carrier may write one number differently, or two numbers of two
 * countries alike. Owned by one lane: not for two threads.
 */
public final class KeyedHash {
    private static final byte FINGERPRINT = 1;
    private static final byte REASSEMBLY = 2;
    private static final byte UNREADABLE = 3;
    private static final byte SUBJECT = 4;

    /** The SMPP header, whose sequence_number differs in each delivery. */
    private static final int HEADER_OCTETS = 16;

    private final Mac mac;

    /**
     * @param key at least 256 bits
     */
    public KeyedHash(SecretKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("the key does not fit HMAC-SHA-256", e);
        }
    }

    /** Equal for two deliveries of one SMS, over whatever bind and session of a carrier. */
    public UUID fingerprint(Arrival arrival) {
        return switch (arrival) {
            case Segment segment -> fingerprint(segment);
            case UnreadableFrame frame -> fingerprint(frame);
        };
    }

    /** Equal for all parts of one long message of one sender. */
    public UUID reassembly(Segment segment, Concatenation concatenation) {
        begin(REASSEMBLY);
        text(segment.origin().carrier());
        address(segment.source());
        address(segment.destination());
        number(concatenation.reference());
        number(concatenation.referenceBits());
        number(concatenation.total());
        return finish();
    }

    /** All 256 bits for a person who consented, by whatever reference the customer has. */
    public Octets subject(String reference) {
        begin(SUBJECT);
        text(reference);
        return Octets.wrap(mac.doFinal());
    }

    private UUID fingerprint(Segment segment) {
        begin(FINGERPRINT);
        text(segment.origin().carrier());
        address(segment.source());
        address(segment.destination());
        instant(segment.carrierFacts().sentAt());
        text(segment.carrierFacts().messageId());
        Concatenation concatenation = segment.concatenation();
        number(concatenation == null ? 0 : 1);
        if (concatenation != null) {
            number(concatenation.reference());
            number(concatenation.referenceBits());
            number(concatenation.total());
            number(concatenation.part());
        }
        octets(segment.userData().header());
        octets(segment.userData().octets());
        return finish();
    }

    private UUID fingerprint(UnreadableFrame frame) {
        begin(UNREADABLE);
        text(frame.origin().carrier());
        octets(
                frame.pdu()
                        .slice(
                                Math.min(HEADER_OCTETS, frame.pdu().length()),
                                frame.pdu().length()));
        return finish();
    }

    // A name that failed half-way would else be part of the next one.
    private void begin(byte kind) {
        mac.reset();
        mac.update(kind);
    }

    private void address(Address address) {
        number(address.ton());
        number(address.npi());
        text(address.value());
    }

    private void instant(@Nullable Instant instant) {
        number(instant == null ? Long.MIN_VALUE : instant.toEpochMilli());
    }

    // Every field goes in with its length, so that no two different records give the same octets.
    private void text(@Nullable String text) {
        if (text == null) {
            number(-1);
        } else {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void octets(Octets octets) {
        bytes(octets.array());
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        mac.update(bytes);
    }

    private void number(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            mac.update((byte) (value >>> shift));
        }
    }

    private UUID finish() {
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
