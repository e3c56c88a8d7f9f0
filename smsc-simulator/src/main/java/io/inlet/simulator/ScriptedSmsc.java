package io.inlet.simulator;

import io.inlet.simulator.message.OutgoingMessage;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted carrier: an SMSC that lets ESMEs bind, sends them messages within a window, keeps a
 * ledger of what was acknowledged, sends again what was not, and shows faults on demand. All its
 * sessions live on one event loop of its own; any other thread may call it.
 */
public final class ScriptedSmsc implements AutoCloseable {
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(5);

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("smsc", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger connections = new AtomicInteger();
    private final Ledger ledger = new Ledger();
    private final Carrier carrier;
    private int port;

    private ScriptedSmsc(SmscSettings settings, DeliveryObserver observer) {
        Sessions sessions = new Sessions();
        Books books = new Books(ledger, observer);
        carrier =
                new Carrier(
                        settings,
                        new BindDesk(settings, sessions),
                        sessions,
                        new Violations(),
                        new Outbox(settings.redelivery(), sessions, books, loop));
    }

    /**
     * Starts listening.
     *
     * @throws IOException if the address or port cannot be had
     */
    public static ScriptedSmsc start(SmscSettings settings) throws IOException {
        return start(settings, DeliveryObserver.NONE);
    }

    /**
     * Starts listening, with somebody to tell about deliveries.
     *
     * @throws IOException if the address or port cannot be had
     */
    public static ScriptedSmsc start(SmscSettings settings, DeliveryObserver observer)
            throws IOException {
        ScriptedSmsc smsc = new ScriptedSmsc(settings, observer);
        try {
            smsc.listen();
        } catch (IOException e) {
            smsc.close();
            throw e;
        }
        return smsc;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The sessions bound now, in the order in which they bound. */
    public List<SmscSession> sessions() {
        return carrier.sessions().all();
    }

    /**
     * Waits for at least so many sessions that receive.
     *
     * @return false if they did not come in time, or the carrier was closed
     */
    public boolean awaitReceivers(int count, Duration atMost) throws InterruptedException {
        return carrier.sessions().awaitReceiving(count, atMost);
    }

    /**
     * Waits until the carrier is closed.
     *
     * @return false if it was not in this time
     */
    public boolean awaitClosed(Duration atMost) throws InterruptedException {
        return carrier.sessions().awaitClosed(atMost);
    }

    /** What became of everything. */
    public Ledger ledger() {
        return ledger;
    }

    /** The first thousand violations. */
    public List<Violation> violations() {
        return carrier.violations().first();
    }

    /** How many violations there were. */
    public long violationCount() {
        return carrier.violations().count();
    }

    /** Connections accepted so far, bound or not. */
    public int connections() {
        return connections.get();
    }

    /** Sends a message over whichever session has room first, now or when one binds. */
    public Handed send(OutgoingMessage message) {
        int segments = message.pdus().size();
        long first = ledger.hand(segments);
        loop.execute(() -> carrier.outbox().add(message, first));
        return new Handed(first, segments);
    }

    /**
     * Starts a load; one at a time, a second one fails at once.
     *
     * @param source makes its messages
     */
    public Load load(LoadPlan plan, MessageSource source) {
        Load load = new Load(plan, source);
        loop.execute(() -> carrier.outbox().start(load));
        return load;
    }

    /** Answers every bind with this command_status for a while. */
    public void refuseBinds(int status, Duration howLong) {
        carrier.desk().refuse(status, howLong);
    }

    /** Judges binds by the settings again. */
    public void acceptBinds() {
        carrier.desk().acceptAgain();
    }

    /** Closes every connection; what has no answer by then stays so in the ledger. */
    @Override
    public void close() {
        channels.close().awaitUninterruptibly(CLOSE_AT_MOST.toMillis());
        group.shutdownGracefully(0, CLOSE_AT_MOST.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_AT_MOST.toMillis());
        carrier.sessions().close();
    }

    private void listen() throws IOException {
        SmscSettings settings = carrier.settings();
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new SessionStarter())
                        .bind(settings.host(), settings.port())
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen on %s:%d: %s"
                            .formatted(
                                    settings.host(), settings.port(), bound.cause().getMessage()),
                    bound.cause());
        }
        channels.add(bound.channel());
        port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    private final class SessionStarter extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channels.add(channel);
            SmscSettings settings = carrier.settings();
            int number = connections.incrementAndGet();
            SmscSession session = new SmscSession(number, channel, settings.window());
            SessionTimers timers =
                    new SessionTimers(session, carrier.outbox(), settings.timers(), loop);
            channel.pipeline()
                    .addLast(new FrameDecoder(), new SessionHandler(session, carrier, timers));
        }
    }
}
