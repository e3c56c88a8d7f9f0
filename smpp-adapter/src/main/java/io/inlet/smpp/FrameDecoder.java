package io.inlet.smpp;

import io.inlet.sms.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the octets of a connection into PDUs: every complete one of each read, whatever became of
 * the one before it. Holds at most one incomplete PDU, and nothing after a length that cannot be.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    /** Room for a message_payload of 64 KiB and all else that a PDU may hold. */
    static final int LONGEST = 70_000;

    /** How long to wait for the rest of a header whose length is wrong already. */
    private static final long HEADER_PATIENCE_MILLIS = 500;

    private enum State {
        FRAMING,
        AWAITING_HEADER,
        LOST
    }

    private State state = State.FRAMING;
    private boolean isWithinPdu;
    private long begunNanos;

    /** Whether a PDU is begun and not whole since that long, or since the given time if later. */
    boolean isWithinPduFor(Duration time, long sinceNanos, long nowNanos) {
        long begun = begunNanos - sinceNanos > 0 ? begunNanos : sinceNanos;
        return isWithinPdu && nowNanos - begun > time.toNanos();
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (state == State.LOST) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (!isWithinPdu) {
            isWithinPdu = true;
            begunNanos = System.nanoTime();
        }
        if (in.readableBytes() < Integer.BYTES) {
            return;
        }
        long length = in.getUnsignedInt(in.readerIndex());
        if (length < Frame.HEADER_OCTETS || length > LONGEST) {
            lost(ctx, in, out);
        } else if (in.readableBytes() >= length) {
            byte[] pdu = ByteBufUtil.getBytes(in, in.readerIndex(), (int) length, true);
            in.skipBytes((int) length);
            isWithinPdu = false;
            out.add(new Frame.Pdu(Octets.wrap(pdu)));
        }
    }

    private void lost(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        long length = in.getUnsignedInt(in.readerIndex());
        if (in.readableBytes() >= Frame.HEADER_OCTETS) {
            state = State.LOST;
            out.add(new Frame.BadLength(length, in.getInt(in.readerIndex() + 12)));
            in.skipBytes(in.readableBytes());
        } else if (state == State.FRAMING) {
            state = State.AWAITING_HEADER;
            var _ =
                    ctx.executor()
                            .schedule(
                                    () -> giveUp(ctx, length),
                                    HEADER_PATIENCE_MILLIS,
                                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
            throws Exception {
        super.decodeLast(ctx, in, out);
        if (state == State.AWAITING_HEADER) {
            state = State.LOST;
            out.add(new Frame.BadLength(in.getUnsignedInt(in.readerIndex()), null));
            in.skipBytes(in.readableBytes());
        }
    }

    private void giveUp(ChannelHandlerContext ctx, long length) {
        if (state == State.AWAITING_HEADER && !ctx.isRemoved()) {
            state = State.LOST;
            ctx.fireChannelRead(new Frame.BadLength(length, null));
            ctx.fireChannelReadComplete();
        }
    }
}
