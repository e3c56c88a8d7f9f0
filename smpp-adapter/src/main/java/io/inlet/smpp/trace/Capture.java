package io.inlet.smpp.trace;

import io.inlet.sms.Octets;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A capture file of masked PDUs in the libpcap format, which protocol tools open. The connections
 * are made up: the carrier is 192.0.2.1 at port 2775, by which SMPP is known, and the gateway
 * 192.0.2.2 at a port for each connection (192.0.2.0/24 is for documentation, RFC 5737). Used once,
 * by one thread.
 */
final class Capture {
    private static final int MAGIC = 0xA1B2C3D4;
    private static final int LINKTYPE_RAW = 101;
    private static final int SNAPLEN = 262_144;

    /** An IPv4 packet has 65,535 octets at most, and the longest PDU more. */
    private static final int MOST_IN_PACKET = 60_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, long[]> written = new HashMap<>();

    Capture() {
        number(MAGIC, 4);
        number(2, 2);
        number(4, 2);
        number(0, 4);
        number(0, 4);
        number(SNAPLEN, 4);
        number(LINKTYPE_RAW, 4);
    }

    /** Adds a PDU, masked. */
    void add(TracedPdu traced) {
        byte[] octets = PduMask.masked(traced.pdu(), PduFields.of(traced.pdu())).array();
        for (int from = 0; from < octets.length; from += MOST_IN_PACKET) {
            int length = Math.min(MOST_IN_PACKET, octets.length - from);
            byte[] packet = packet(traced, length);
            record(traced.at(), packet.length + length);
            out.writeBytes(packet);
            out.write(octets, from, length);
        }
    }

    /** The file so far. */
    Octets octets() {
        return Octets.wrap(out.toByteArray());
    }

    private void record(Instant at, int length) {
        number(at.getEpochSecond(), 4);
        number(at.getNano() / 1_000, 4);
        number(length, 4);
        number(length, 4);
    }

    private byte[] packet(TracedPdu traced, int length) {
        long[] sequences = written.computeIfAbsent(traced.session(), _ -> new long[] {1, 1});
        int from = traced.direction() == Direction.IN ? 0 : 1;
        var headers =
                new TcpHeaders(
                        traced.direction(), traced.session(), sequences[from], sequences[1 - from]);
        sequences[from] += length;
        return headers.octets(length);
    }

    private void number(long value, int octets) {
        for (int shift = (octets - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
    }
}
