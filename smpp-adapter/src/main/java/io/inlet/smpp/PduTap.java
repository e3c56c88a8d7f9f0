package io.inlet.smpp;

import io.inlet.smpp.trace.Direction;
import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Keeps what passes over a connection in its bind's ring. Stands between the frame decoder and the
 * session; changes nothing. Its channel's event loop alone calls it.
 */
final class PduTap extends ChannelDuplexHandler {
    private final PduRing ring;
    private int session;

    PduTap(PduRing ring) {
        this.ring = ring;
    }

    // A connection that a carrier has made stands before the tap has its place.
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        if (ctx.channel().isActive()) {
            session = ring.connected();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        session = ring.connected();
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof Frame.Pdu pdu) {
            ring.add(session, Direction.IN, pdu.pdu());
        }
        ctx.fireChannelRead(message);
    }

    // One write holds all the frames that gathered since the last.
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf frames) {
            int at = frames.readerIndex();
            while (at < frames.writerIndex()) {
                int length = frames.getInt(at);
                ring.add(
                        session,
                        Direction.OUT,
                        Octets.wrap(ByteBufUtil.getBytes(frames, at, length, true)));
                at += length;
            }
        }
        var _ = ctx.write(message, promise);
    }
}
