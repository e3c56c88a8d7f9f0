package io.inlet.smpp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection that somebody else has made, until it is known whether it is the carrier's: it has
 * one PDU to say so. Its event loop alone calls it.
 */
final class OutbindGuest extends ChannelInboundHandlerAdapter {
    /** Who decides about guests. */
    interface Host {
        /** The guest has said who it is; it says no more until it is admitted or refused. */
        void heard(OutbindGuest guest, Outbind outbind);

        /** The guest is turned away. */
        void refused(OutbindGuest guest, EndReason reason, String detail);

        /** Its connection is closed. */
        void gone(OutbindGuest guest);
    }

    private final Channel channel;
    private final Host host;
    private final FrameDecoder decoder = new FrameDecoder();
    private @Nullable Future<?> patience;
    private boolean hasSpoken;

    OutbindGuest(Channel channel, Host host) {
        this.channel = channel;
        this.host = host;
    }

    /** Takes its place, and waits that long. */
    void join(Duration atMost) {
        channel.pipeline().addLast(decoder, this);
        patience =
                channel.eventLoop()
                        .schedule(
                                () -> refuse(EndReason.OUTBIND_TIMEOUT, ""),
                                atMost.toNanos(),
                                TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (hasSpoken) {
            return;
        }
        hasSpoken = true;
        channel.config().setAutoRead(false);
        switch ((Frame) message) {
            case Frame.Pdu pdu when pdu.commandId() == CommandId.OUTBIND ->
                    host.heard(this, Outbind.of(pdu));
            case Frame.Pdu pdu ->
                    refuse(
                            EndReason.OUTBIND_REFUSED,
                            String.format("command_id 0x%08x", pdu.commandId()));
            case Frame.BadLength _ -> refuse(EndReason.OUTBIND_REFUSED, "no PDU");
        }
    }

    /** Turns it away. */
    void refuse(EndReason reason, String detail) {
        if (channel.isOpen()) {
            host.refused(this, reason, detail);
            var _ = channel.close();
        }
    }

    /** It is the carrier: makes room for a session, which then must begin. */
    void makeRoomFor(Session session) {
        settled();
        ChannelPipeline pipeline = channel.pipeline();
        session.join(pipeline);
        pipeline.remove(this);
        pipeline.remove(decoder); // hands on what it holds
        channel.config().setAutoRead(true);
    }

    private void settled() {
        if (patience != null) {
            patience.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        settled();
        host.gone(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = channel.close();
    }

    Channel channel() {
        return channel;
    }

    /** Its address, as logged. */
    String address() {
        return String.valueOf(channel.remoteAddress()).replaceFirst("^/", "");
    }
}
