package io.inlet.simulator;

import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import io.netty.bootstrap.Bootstrap;
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
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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
                        new Heard(),
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

    /** The sessions bound now and not silent, in the order in which they bound. */
    public List<SmscSession> sessions() {
        return carrier.sessions().all().stream().filter(session -> !session.isSilent()).toList();
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

    /** What came from ESMEs besides answers that the ledger counts. */
    public Heard heard() {
        return carrier.heard();
    }

    /**
     * Sends a message over one session if it has room now, or else over any: the PDUs of one
     * message follow each other.
     */
    public Handed sendOver(SmscSession session, OutgoingMessage message) {
        Handed handed = hand(message);
        loop.execute(() -> carrier.outbox().addOver(session, message, handed.firstSegment()));
        return handed;
    }

    /** Sends a message to the next session that binds to receive, at that moment of its bind. */
    public Handed sendAtBind(Moment moment, OutgoingMessage message) {
        Handed handed = hand(message);
        loop.execute(() -> carrier.outbox().addGreeting(message, handed.firstSegment(), moment));
        return handed;
    }

    /** Sends a message over whichever session has room first, now or when one binds. */
    public Handed send(OutgoingMessage message) {
        Handed handed = hand(message);
        loop.execute(() -> carrier.outbox().add(message, handed.firstSegment()));
        return handed;
    }

    private Handed hand(OutgoingMessage message) {
        int segments = message.pdus().size();
        return new Handed(ledger.hand(segments), segments);
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

    /** Answers the next binds, so many of them, with this command_status. */
    public void refuseNextBinds(int count, int status) {
        carrier.desk().refuseNext(count, status);
    }

    /** Leaves every bind without an answer for a while. */
    public void ignoreBinds(Duration howLong) {
        carrier.desk().ignore(howLong);
    }

    /** Answers every bind late for a while. */
    public void delayBinds(Duration delay, Duration howLong) {
        carrier.desk().delay(delay, howLong);
    }

    /**
     * Connects to an ESME that listens, and tells it to bind (SMPP 3.4, section 4.1.7).
     *
     * @param account what the carrier calls itself
     * @throws IOException if it cannot be reached
     */
    public void outbind(InetSocketAddress esme, SmscSettings.Account account) throws IOException {
        String body = account.systemId() + "\0" + account.password() + "\0";
        Octets octets = Octets.wrap(body.getBytes(StandardCharsets.US_ASCII));
        Pdu outbind = new Pdu(CommandId.OUTBIND, 0, 1, octets);
        ChannelFuture connected =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(new SessionStarter(null, outbind))
                        .connect(esme)
                        .awaitUninterruptibly();
        if (!connected.isSuccess()) {
            throw new IOException(
                    "cannot connect to port %d: %s"
                            .formatted(esme.getPort(), connected.cause().getMessage()),
                    connected.cause());
        }
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
        SslContext tls = settings.tls() == null ? null : settings.tls().context();
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new SessionStarter(tls, null))
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
        private final @Nullable SslContext tls;
        private final @Nullable Pdu greeting;

        private SessionStarter(@Nullable SslContext tls, @Nullable Pdu greeting) {
            this.tls = tls;
            this.greeting = greeting;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channels.add(channel);
            SmscSettings settings = carrier.settings();
            int number = connections.incrementAndGet();
            SmscSession session = new SmscSession(number, channel, settings.window());
            if (greeting != null) {
                session.greetWith(greeting);
            }
            SessionTimers timers =
                    new SessionTimers(session, carrier.outbox(), settings.timers(), loop);
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            channel.pipeline()
                    .addLast(new FrameDecoder(), new SessionHandler(session, carrier, timers));
        }
    }
}
