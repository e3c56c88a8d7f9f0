package io.inlet.smpp;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Makes the connections of a bind, each with a session on it. */
final class Connector {
    /** Bounds what lies unread in the kernel when a carrier goes deaf: some 15,000 answers. */
    static final int SEND_BUFFER_OCTETS = 256 * 1024;

    private final BindContext context;
    private final EventLoop loop;

    Connector(BindContext context, EventLoop loop) {
        this.context = context;
        this.loop = loop;
    }

    /** Calls a carrier. The owner hears of the session, and of its end, also if it never stood. */
    void connect(Dialing.Ready ready, Call call, Session.Owner owner) {
        InetAddress local = context.bind().localInetAddress();
        var connection = new Connection(call, owner);
        var _ =
                bootstrap(connection)
                        .connect(
                                ready.place(),
                                local == null ? null : new InetSocketAddress(local, 0))
                        .addListener(connected -> {
                            if (!connected.isSuccess()) {
                                connection.failed(connected.cause());
                            }
                        });
    }

    private Bootstrap bootstrap(Connection connection) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.SO_SNDBUF, SEND_BUFFER_OCTETS)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.clamp(context.timers().connect().toMillis(), 1, 3_600_000))
                .handler(connection);
    }

    private static EndReason reason(@Nullable Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return EndReason.CONNECT_TIMEOUT;
        }
        // Netty wraps it to name the carrier's address as well.
        return cause != null && cause.getCause() instanceof BindException
                ? EndReason.LOCAL_ADDRESS_UNAVAILABLE
                : EndReason.CONNECT_REFUSED;
    }

    /** One of them, from its first step. */
    private final class Connection extends ChannelInitializer<Channel> {
        private final Call call;
        private final Session.Owner owner;
        private @Nullable Session session;

        Connection(Call call, Session.Owner owner) {
            this.call = call;
            this.owner = owner;
        }

        @Override
        protected void initChannel(Channel channel) {
            session = new Session(context, channel, call, owner);
            session.join(channel.pipeline());
            owner.begun(session);
        }

        void failed(@Nullable Throwable cause) {
            if (session != null) {
                session.neverStood(reason(cause));
            } else {
                owner.ended(Session.End.ofAttempt(reason(cause), ""));
            }
        }
    }
}
