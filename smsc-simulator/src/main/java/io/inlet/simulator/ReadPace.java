package io.inlet.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How fast one channel reads: as usual, or a few octets at a time. It must be the channel's from
 * the start, since a channel asks for its allocator once. Event loop only.
 */
@SuppressWarnings("deprecation") // Netty's own interface names the deprecated type
final class ReadPace implements RecvByteBufAllocator {
    private final AdaptiveRecvByteBufAllocator usual = new AdaptiveRecvByteBufAllocator();
    private int octets;
    private boolean asked;

    @SuppressWarnings("FutureReturnValueIgnored") // ends the other one, and nobody waits for it
    void slow(Channel channel, int atOnce, Duration gap, Duration howLong) {
        octets = atOnce;
        channel.config().setAutoRead(false);
        Future<?> reading =
                channel.eventLoop()
                        .scheduleAtFixedRate(
                                () -> readOnce(channel), 0, gap.toNanos(), TimeUnit.NANOSECONDS);
        channel.eventLoop()
                .schedule(() -> end(channel, reading), howLong.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void readOnce(Channel channel) {
        asked = true;
        channel.read();
        asked = false;
    }

    /**
     * Belongs before the decoder, which reads on by itself while it has half a PDU (Netty's {@code
     * ByteToMessageDecoder}).
     */
    ChannelOutboundHandlerAdapter gate() {
        return new ChannelOutboundHandlerAdapter() {
            @Override
            public void read(ChannelHandlerContext ctx) {
                if (asked || ctx.channel().config().isAutoRead()) {
                    ctx.read();
                }
            }
        };
    }

    private void end(Channel channel, Future<?> reading) {
        reading.cancel(false);
        octets = 0;
        channel.config().setAutoRead(true);
    }

    @Override
    public Handle newHandle() {
        return new PacedHandle(usual.newHandle());
    }

    private final class PacedHandle extends DelegatingHandle {
        private PacedHandle(Handle usualHandle) {
            super(usualHandle);
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            return octets == 0 ? super.allocate(allocator) : allocator.ioBuffer(octets, octets);
        }

        @Override
        public boolean continueReading() {
            return octets == 0 && super.continueReading();
        }
    }
}
