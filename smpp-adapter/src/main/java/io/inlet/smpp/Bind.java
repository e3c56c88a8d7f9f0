package io.inlet.smpp;

import io.inlet.id.Uuid7;
import io.inlet.log.Series;
import io.inlet.settings.Durations;
import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindId;
import io.inlet.sms.Origin;
import io.inlet.sms.SessionId;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps one bind up: one session at a time, and after its end another. {@link #start}, {@link
 * #stop} and {@link #status} are for any thread; all else happens on the one event loop that the
 * bind has for life.
 */
final class Bind implements Session.Owner {
    private static final Logger log = LoggerFactory.getLogger(Bind.class);

    private final BindContext context;
    private final EventLoop loop;
    private final Dialer dialer;
    private final Backoff backoff;
    private final Series<EndReason> misses;
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();

    private volatile Standing standing;
    private @Nullable BindId id;
    private @Nullable Session session;
    private boolean stopping;

    Bind(BindContext context, EventLoop loop) {
        this.context = context;
        this.loop = loop;
        this.dialer = new Dialer(context.bind());
        this.backoff = new Backoff(context.timers(), new SplittableRandom());
        this.misses = new Series<>(context.ports().clock());
        this.standing = new Standing(BindState.WAITING, now(), null, 0);
    }

    /** Connects as soon as the store has named the bind, and stays at it until the stop. */
    void start() {
        var _ =
                context.ledger()
                        .register(carrier(), name())
                        .thenAcceptAsync(
                                registered -> {
                                    id = registered;
                                    call();
                                },
                                loop);
    }

    private void call() {
        if (stopping) {
            return;
        }
        entered(BindState.CONNECTING);
        var _ = dialer.prepare().thenAcceptAsync(this::dial, loop);
    }

    private void dial(Dialing dialing) {
        if (stopping || id == null || session != null) {
            return;
        }
        switch (dialing) {
            case Dialing.Ready ready -> connect(ready, id);
            case Dialing.Failed failed -> missed(failed.reason(), failed.detail());
        }
    }

    private void connect(Dialing.Ready ready, BindId bind) {
        SessionId name = new SessionId(Uuid7.mint(now()));
        Origin origin = new Origin(carrier(), bind, name, context.carrier().simulated());
        Call call = new Call(origin, ready.request());
        var _ =
                bootstrap(call)
                        .connect(ready.address())
                        .addListener(connected -> {
                            if (!connected.isSuccess()) {
                                missed(reason(connected.cause()), "");
                            }
                        });
    }

    private Bootstrap bootstrap(Call call) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                // Bounds what lies unread in the kernel when a carrier goes deaf: some 15,000
                // answers.
                .option(ChannelOption.SO_SNDBUF, 256 * 1024)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.clamp(context.timers().connect().toMillis(), 1, 3_600_000))
                .handler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                session = new Session(context, channel, call, Bind.this);
                                channel.pipeline()
                                        .addLast(
                                                new FrameDecoder(),
                                                new PduTap(context.trace()),
                                                session);
                            }
                        });
    }

    private EndReason reason(@Nullable Throwable cause) {
        if (stopping) {
            return EndReason.GATEWAY_STOPPED;
        }
        return cause instanceof ConnectTimeoutException
                ? EndReason.CONNECT_TIMEOUT
                : EndReason.CONNECT_REFUSED;
    }

    private void missed(EndReason reason, String detail) {
        ended(new Session.End(reason, Phase.CONNECTING, Duration.ZERO, detail));
    }

    @Override
    public void entered(BindState state) {
        Standing before = standing;
        standing = new Standing(state, now(), before.lastEnd, backoff.attempts());
        if (state == BindState.BOUND) {
            misses.end();
            context.observer().bound(carrier(), name());
            log.info("bound: carrier={} bind={}", carrier(), name());
        }
    }

    @Override
    public void ended(Session.End end) {
        session = null;
        context.observer().ended(carrier(), name(), end.reason());
        if (end.boundFor().compareTo(context.timers().reconnectMost()) >= 0) {
            backoff.reset();
        }
        Duration wait = backoff.next(end.reason());
        // The end of a bound session is always news; a carrier that stays away is not.
        long times = stopping || end.boundFor().isPositive() ? 1 : misses.add(end.reason());
        if (times > 0) {
            log(end, wait, times);
        }
        BindState next = stopping ? BindState.STOPPED : BindState.WAITING;
        standing = new Standing(next, now(), end.reason(), backoff.attempts());
        if (stopping) {
            stopped.complete(null);
        } else {
            var _ = loop.schedule(this::call, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void log(Session.End end, Duration wait, long times) {
        log.atLevel(stopping ? Level.INFO : Level.WARN)
                .log(
                        "ended: carrier={} bind={} reason={} by={} in={} bound_for={} next_in={} times={} {}",
                        carrier(),
                        name(),
                        end.reason().label(),
                        end.reason().by(),
                        end.phase(),
                        Durations.write(end.boundFor().truncatedTo(ChronoUnit.SECONDS)),
                        stopping ? "never" : Durations.write(wait),
                        times,
                        end.detail());
    }

    /** Ends the session in good manners, and stays away; completes when it has. */
    CompletableFuture<@Nullable Void> stop() {
        try {
            loop.execute(this::leave);
        } catch (RejectedExecutionException e) {
            stopped.complete(null);
        }
        return stopped;
    }

    private void leave() {
        stopping = true;
        if (session != null) {
            session.leave(EndReason.GATEWAY_STOPPED);
        } else {
            standing = new Standing(BindState.STOPPED, now(), standing.lastEnd, 0);
            stopped.complete(null);
        }
    }

    /** How it is doing. */
    BindStatus status() {
        Standing current = standing;
        Tally tally = context.tally();
        return new BindStatus(
                carrier(),
                name(),
                current.state,
                current.since,
                current.lastEnd,
                current.attempts,
                tally.received(),
                tally.unanswered(),
                tally.lastMessageAt());
    }

    boolean isNamed(String carrier, String name) {
        return carrier().equals(carrier) && name().equals(name);
    }

    /** What passed over it last. */
    PduRing trace() {
        return context.trace();
    }

    private String carrier() {
        return context.carrier().name();
    }

    private String name() {
        return context.bind().name();
    }

    private Instant now() {
        return context.ports().clock().instant();
    }

    private record Standing(
            BindState state, Instant since, @Nullable EndReason lastEnd, int attempts) {}
}
