package io.inlet.smpp;

import com.cloudhopper.smpp.pdu.BaseSm;
import com.cloudhopper.smpp.pdu.DataSm;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoder;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoderContext;
import com.cloudhopper.smpp.type.Address;
import io.inlet.sms.Octets;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Octets of PDUs, encoded by Cloudhopper or by hand. */
final class Pdus {
    static final int RESPONSE = CommandId.RESPONSE;

    private static final DefaultPduTranscoder TRANSCODER =
            new DefaultPduTranscoder(new DefaultPduTranscoderContext());

    private Pdus() {}

    static byte[] octets(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] header(int commandId, int status, int sequence) {
        return raw(commandId, status, sequence, new byte[0]);
    }

    static byte[] raw(int commandId, int status, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(commandId)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    static byte[] bindResponse(Frame.Pdu bind, int status) {
        byte[] body = status == 0 ? octets("smsc\0") : new byte[0];
        return raw(bind.commandId() | RESPONSE, status, bind.sequenceNumber(), body);
    }

    static byte[] deliverSm(int sequence, String text) {
        return deliverSm(sequence, sm -> set(sm, octets(text)));
    }

    static byte[] deliverSm(int sequence, Consumer<DeliverSm> change) {
        DeliverSm sm = new DeliverSm();
        addresses(sm);
        change.accept(sm);
        return encode(sm, sequence);
    }

    static byte[] dataSm(int sequence, Consumer<DataSm> change) {
        DataSm sm = new DataSm();
        addresses(sm);
        change.accept(sm);
        return encode(sm, sequence);
    }

    static void set(BaseSm<?> sm, byte[] octets) {
        try {
            sm.setShortMessage(octets);
        } catch (com.cloudhopper.smpp.type.SmppInvalidArgumentException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static void tlv(Pdu pdu, int tag, byte... value) {
        pdu.addOptionalParameter(new Tlv((short) tag, value));
    }

    private static void addresses(BaseSm<?> sm) {
        sm.setSourceAddress(new Address((byte) 5, (byte) 0, "Acme"));
        sm.setDestAddress(new Address((byte) 1, (byte) 1, "4915200000001"));
    }

    private static byte[] encode(Pdu pdu, int sequence) {
        pdu.setSequenceNumber(sequence);
        try {
            ByteBuf octets = TRANSCODER.encode(pdu);
            byte[] bytes = new byte[octets.readableBytes()];
            octets.readBytes(bytes);
            return bytes;
        } catch (com.cloudhopper.smpp.type.UnrecoverablePduException
                | com.cloudhopper.smpp.type.RecoverablePduException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static Frame.Pdu frame(byte[] octets) {
        return new Frame.Pdu(Octets.wrap(octets));
    }
}
