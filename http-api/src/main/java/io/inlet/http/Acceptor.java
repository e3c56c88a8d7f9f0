package io.inlet.http;

import com.linecorp.armeria.common.Flags;
import com.linecorp.armeria.common.util.EventLoopGroups;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The thread that takes the connections of a listener in. It ends at once when Armeria tells it to,
 * where Netty's default waits for two seconds without a task: the socket is closed by then, and
 * nothing else gives it any.
 *
 * <p>A class of its own, since Armeria 1.40 ends the group that an event loop belongs to, and so
 * goes past the wrapper in which {@code EventLoopGroups.builder()} keeps its periods.
 */
final class Acceptor extends MultiThreadIoEventLoopGroup {
    private static final int AT_MOST_SECONDS = 15;

    private Acceptor(ThreadFactory thread, IoHandlerFactory handler) {
        super(1, thread, handler);
    }

    /** A group of one thread of that name, for the sockets that Armeria opens here. */
    static EventLoopGroup named(String name) {
        ThreadFactory thread =
                work -> {
                    Thread acceptor = new FastThreadLocalThread(work, name);
                    acceptor.setDaemon(false);
                    return acceptor;
                };
        return switch (Flags.transportType()) {
            case EPOLL -> new Acceptor(thread, EpollIoHandler.newFactory());
            case NIO -> new Acceptor(thread, NioIoHandler.newFactory());
            case KQUEUE, IO_URING -> EventLoopGroups.newEventLoopGroup(1, thread);
        };
    }

    @Override
    public Future<?> shutdownGracefully() {
        return shutdownGracefully(0, AT_MOST_SECONDS, TimeUnit.SECONDS);
    }
}
