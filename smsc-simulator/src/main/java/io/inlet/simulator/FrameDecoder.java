package io.inlet.simulator;

import io.inlet.sms.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts what an ESME sends into PDUs, by command_length. Fires {@link BrokenFraming} once, and drops
 * all that follows, when a length cannot be.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    /** No response of an ESME is nearly so long. */
    private static final int LONGEST = 70_000;

    private boolean broken;

    /** The stream has a command_length under 16 or over the bound. */
    record BrokenFraming(int commandLength) {}

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < Integer.BYTES) {
            return;
        }
        int length = in.getInt(in.readerIndex());
        if (length < Pdu.HEADER || length > LONGEST) {
            broken = true;
            out.add(new BrokenFraming(length));
        } else if (in.readableBytes() >= length) {
            out.add(read(in, length));
        }
    }

    private static Pdu read(ByteBuf in, int length) {
        in.skipBytes(Integer.BYTES);
        int commandId = in.readInt();
        int status = in.readInt();
        int sequence = in.readInt();
        byte[] body = new byte[length - Pdu.HEADER];
        in.readBytes(body);
        return new Pdu(commandId, status, sequence, Octets.wrap(body));
    }
}
