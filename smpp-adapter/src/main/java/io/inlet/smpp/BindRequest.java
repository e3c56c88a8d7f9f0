package io.inlet.smpp;

import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BindReceiver;
import com.cloudhopper.smpp.pdu.BindTransceiver;
import com.cloudhopper.smpp.pdu.BindTransmitter;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.RecoverablePduException;
import com.cloudhopper.smpp.type.UnrecoverablePduException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** The request that opens a session (SMPP 3.4, section 4.1). Its text form has no password. */
final class BindRequest {
    private final Role role;
    private final byte[] body;

    BindRequest(BindSettings settings, Role role, String password) {
        BaseBind<?> bind =
                switch (role) {
                    case RECEIVER -> new BindReceiver();
                    case TRANSCEIVER -> new BindTransceiver();
                    case TRANSMITTER -> new BindTransmitter();
                };
        bind.setSystemId(settings.systemId());
        bind.setPassword(password);
        bind.setSystemType(settings.systemType());
        bind.setInterfaceVersion(settings.interfaceVersion().code());
        bind.setAddressRange(
                new Address(
                        (byte) settings.addressTon(),
                        (byte) settings.addressNpi(),
                        settings.addressRange()));
        this.role = role;
        this.body = body(bind);
    }

    private static byte[] body(BaseBind<?> bind) {
        ByteBuf out = Unpooled.buffer(bind.calculateByteSizeOfBody());
        try {
            bind.writeBody(out);
        } catch (RecoverablePduException | UnrecoverablePduException e) {
            throw new IllegalStateException("the settings were checked to fit a bind request", e);
        }
        byte[] octets = new byte[out.readableBytes()];
        out.readBytes(octets);
        return octets;
    }

    /** As what it binds. */
    Role role() {
        return role;
    }

    /** Adds itself to what leaves next. */
    void writeTo(FrameWriter writer, int sequence) {
        writer.request(role.commandId(), sequence, Unpooled.wrappedBuffer(body));
    }
}
