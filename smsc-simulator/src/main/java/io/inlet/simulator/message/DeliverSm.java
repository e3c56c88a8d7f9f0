package io.inlet.simulator.message;

import io.inlet.sms.Address;
import io.inlet.sms.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A deliver_sm (SMPP 3.4, section 4.6.1) or data_sm (4.7.1) before it becomes octets.
 *
 * @param body short_message; a data_sm carries it as message_payload
 */
record DeliverSm(
        Form form,
        Address source,
        Address destination,
        int esmClass,
        int dataCoding,
        Octets body,
        List<Tlv> tlvs) {
    private static final int HEADER = 16;

    /** The PDU that carries it. */
    enum Form {
        DELIVER_SM(0x0000_0005),
        DATA_SM(0x0000_0103);

        private final int commandId;

        Form(int commandId) {
            this.commandId = commandId;
        }
    }

    /** The whole PDU, its sequence_number 0. */
    Octets encode() {
        return switch (form) {
            case DELIVER_SM -> encode(deliverSmFields(), body, tlvs);
            case DATA_SM -> encode(dataSmFields(), Octets.EMPTY, dataSmTlvs());
        };
    }

    // From esm_class to sm_length: no schedule_delivery_time, no validity_period, all else 0.
    private byte[] deliverSmFields() {
        if (body.length() > 254) {
            throw new IllegalArgumentException(
                    "text: expected at most 254 octets in one short_message, found "
                            + body.length());
        }
        byte length = (byte) body.length();
        return new byte[] {(byte) esmClass, 0, 0, 0, 0, 0, 0, (byte) dataCoding, 0, length};
    }

    private byte[] dataSmFields() {
        return new byte[] {(byte) esmClass, 0, (byte) dataCoding};
    }

    private List<Tlv> dataSmTlvs() {
        List<Tlv> all = new ArrayList<>(tlvs);
        if (body.length() > 0) {
            all.add(new Tlv(Tlv.MESSAGE_PAYLOAD, body));
        }
        return all;
    }

    private Octets encode(byte[] fields, Octets shortMessage, List<Tlv> tail) {
        int addresses = source.value().length() + destination.value().length() + 6;
        int tailOctets = tail.stream().mapToInt(tlv -> 4 + tlv.value().length()).sum();
        int length = HEADER + 1 + addresses + fields.length + shortMessage.length() + tailOctets;
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(length).putInt(form.commandId).putInt(0).putInt(0);
        out.put((byte) 0); // service_type: empty
        put(out, source);
        put(out, destination);
        out.put(fields).put(shortMessage.array());
        for (Tlv tlv : tail) {
            out.putShort((short) tlv.tag()).putShort((short) tlv.value().length());
            out.put(tlv.value().array());
        }
        return Octets.wrap(out.array());
    }

    private static void put(ByteBuffer out, Address address) {
        out.put((byte) address.ton()).put((byte) address.npi());
        out.put(address.value().getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0);
    }
}
