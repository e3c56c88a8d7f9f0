package io.inlet.smpp.trace;

import java.nio.ByteBuffer;

/**
 * The headers of an IPv4 packet with TCP (RFC 791, RFC 9293) in a made-up connection.
 *
 * @param direction which way it goes
 * @param session counts the connections: each has a port of its own
 * @param sequence the number of its first octet
 * @param acknowledged how far the other side is known to have sent
 */
record TcpHeaders(Direction direction, int session, long sequence, long acknowledged) {
    private static final int IP_OCTETS = 20;
    private static final int TCP_OCTETS = 20;
    private static final int CARRIER = 0xC0000201;
    private static final int GATEWAY = 0xC0000202;
    private static final int SMPP_PORT = 2775;
    private static final int FIRST_PORT = 40_000;
    private static final int PORTS = 20_000;
    private static final byte TCP = 6;
    private static final byte TIME_TO_LIVE = 64;
    private static final short NOT_FRAGMENTED = 0x4000;
    private static final short PSH_ACK = 5 << 12 | 0x18;

    /** Their octets before so many octets of data. The TCP checksum is left out, as by hardware. */
    byte[] octets(int length) {
        boolean in = direction == Direction.IN;
        int port = FIRST_PORT + session % PORTS;
        ByteBuffer headers = ByteBuffer.allocate(IP_OCTETS + TCP_OCTETS);
        headers.put((byte) 0x45).put((byte) 0);
        headers.putShort((short) (IP_OCTETS + TCP_OCTETS + length));
        headers.putShort((short) 0).putShort(NOT_FRAGMENTED);
        headers.put(TIME_TO_LIVE).put(TCP).putShort((short) 0);
        headers.putInt(in ? CARRIER : GATEWAY).putInt(in ? GATEWAY : CARRIER);
        headers.putShort(10, checksum(headers));
        headers.putShort((short) (in ? SMPP_PORT : port)).putShort((short) (in ? port : SMPP_PORT));
        headers.putInt((int) sequence).putInt((int) acknowledged);
        headers.putShort(PSH_ACK).putShort((short) 0xFFFF);
        return headers.array();
    }

    private static short checksum(ByteBuffer headers) {
        int sum = 0;
        for (int at = 0; at < IP_OCTETS; at += Short.BYTES) {
            sum += headers.getShort(at) & 0xFFFF;
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> Short.SIZE);
        }
        return (short) ~sum;
    }
}
