package io.inlet.smpp;

import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindId;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one bind as it is wished to be: one link at a time, and after its end another. {@link
 * #start}, {@link #stop}, {@link #control}, {@link #change}, {@link #remove} and {@link #status}
 * are for any thread; all else happens on the one event loop that the bind has for life, whatever
 * its settings become. That loop is why there are never two sessions for its slot.
 */
final class Bind implements Link.Owner {
    private final EventLoop loop;

    private volatile BindContext context;
    private volatile Standing standing;
    private Retry retry;
    private Wish wish;
    private final Set<EndReason> missesTold = EnumSet.noneOf(EndReason.class);
    private @Nullable BindId id;
    private @Nullable Link link;
    private @Nullable Future<?> nextCall;
    private @Nullable BindContext nextContext;
    private @Nullable CompletableFuture<ControlOutcome> pending;
    private boolean isToldToEnd;
    private boolean wasBound;

    Bind(BindContext context, EventLoop loop) {
        this.context = context;
        this.loop = loop;
        this.retry = new Retry(context.bind(), new SplittableRandom());
        this.wish = Wish.of(context.bind());
        this.standing = new Standing(wish.state(), now(), "", null, 0);
    }

    /** Connects as soon as the store has named the bind, and stays at it until the stop. */
    void start() {
        var _ =
                context.ledger()
                        .register(context.carrier().name(), context.bind().name())
                        .whenCompleteAsync(this::registered, loop);
    }

    // Without its id a bind never comes up: asked for until the store has it, ended or not.
    private void registered(@Nullable BindId named, @Nullable Throwable failure) {
        if (named != null) {
            registered(named);
        } else if (wish != Wish.STOPPED && wish != Wish.REMOVED) {
            var _ =
                    loop.schedule(
                            this::start,
                            context.timers().reconnectFirst().toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    private void registered(BindId named) {
        id = named;
        call();
    }

    private void call() {
        nextCall = null;
        if (wish == Wish.UP && link == null && id != null) {
            link = newLink(id);
            link.begin();
        }
    }

    private Link newLink(BindId named) {
        return context.bind().outbind() == null
                ? new CalledLink(new CalledLink.Task(context, named, retry.route()), loop, this)
                : new OutbindLink(context, named, loop, this);
    }

    @Override
    public void entered(BindState state) {
        if (state == BindState.BOUND) {
            context.log().up();
            missesTold.clear();
            wasBound = true;
            context.observer().bound(context.carrier().name(), context.bind().name());
        }
        stand(state, standing.lastEnd());
    }

    @Override
    public void ended(Session.End end) {
        String host = host();
        link = null;
        context.countEnd(end.reason());
        Duration wait = isToldToEnd ? Duration.ZERO : retry.after(end);
        context.log().ended(end, host, wish == Wish.UP ? wait : null);
        tellMiss(end);
        stand(wish.state(), new LastEnd(end.reason(), now(), host, end.detail()));
        if (isToldToEnd) {
            vacated();
        } else {
            nextCall = loop.schedule(this::call, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    // The end of a session is told by its account, which the transmitter of a pair has not: it is
    // the whole link that was bound or was not.
    private void tellMiss(Session.End end) {
        BindId named = id;
        EndReason reason = end.reason();
        boolean isMiss = !wasBound && !reason.isOrdered();
        wasBound = false;
        if (named != null && isMiss && missesTold.add(reason)) {
            String detail = ownWords(end);
            context.ledger().hand(store -> store.missed(named, reason.label(), detail));
        }
    }

    // The names on a certificate are the carrier's words, as long and odd as it likes.
    private static String ownWords(Session.End end) {
        return end.phase() == Phase.HANDSHAKING ? "" : end.detail();
    }

    // Nothing of the former link is left: whatever is wished now may begin.
    private void vacated() {
        isToldToEnd = false;
        if (nextContext != null) {
            context = nextContext;
            nextContext = null;
            retry = new Retry(context.bind(), new SplittableRandom());
        }
        retry.afresh();
        missesTold.clear(); // whoever changed something wants to hear whether it helped
        stand(wish.state(), standing.lastEnd());
        call();
        answerPending(new ControlOutcome.Done(standing.state()));
    }

    /** Does what an operator says; each outcome comes when it is done. */
    CompletableFuture<ControlOutcome> control(Command command) {
        return onLoop(answer -> obey(command, answer));
    }

    /** Takes other settings; the session that has the old ones ends first. */
    CompletableFuture<ControlOutcome> change(CarrierSettings slot) {
        return onLoop(answer -> {
            nextContext = context.with(slot);
            vacate(Wish.of(slot.binds().getFirst()), EndReason.SETTINGS_CHANGED, answer);
        });
    }

    /** Ends for good, unless it is changed after all. */
    CompletableFuture<ControlOutcome> remove() {
        return onLoop(answer -> vacate(Wish.REMOVED, EndReason.BIND_REMOVED, answer));
    }

    /** Ends the session in good manners, and stays away; completes when it has. */
    CompletableFuture<ControlOutcome> stop() {
        return onLoop(answer -> vacate(Wish.STOPPED, EndReason.GATEWAY_STOPPED, answer));
    }

    private CompletableFuture<ControlOutcome> onLoop(Order order) {
        var answer = new CompletableFuture<ControlOutcome>();
        try {
            loop.execute(() -> {
                if (wish == Wish.STOPPED) {
                    answer.complete(new ControlOutcome.Stopped());
                } else {
                    order.give(answer);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.complete(new ControlOutcome.Stopped());
        }
        return answer;
    }

    private void obey(Command command, CompletableFuture<ControlOutcome> answer) {
        if (wish == Wish.REMOVED) {
            answer.complete(new ControlOutcome.Stopped());
            return;
        }
        switch (command) {
            case ENABLE -> enable(answer);
            case DISABLE -> vacate(Wish.DISABLED, EndReason.DISABLED, answer);
            case DRAIN -> vacate(Wish.DRAINED, EndReason.DRAINED, answer);
            case RECONNECT -> {
                if (wish == Wish.UP) {
                    vacate(Wish.UP, EndReason.RECONNECTED, answer);
                } else {
                    answer.complete(new ControlOutcome.NotEnabled(standing.state()));
                }
            }
        }
    }

    private void enable(CompletableFuture<ControlOutcome> answer) {
        if (wish == Wish.UP) {
            answer.complete(new ControlOutcome.Done(standing.state()));
        } else {
            vacate(Wish.UP, EndReason.RECONNECTED, answer);
        }
    }

    // The one way from one wish to another: first the slot is free, then the next wish begins.
    private void vacate(Wish next, EndReason reason, CompletableFuture<ControlOutcome> answer) {
        answerPending(new ControlOutcome.Superseded());
        pending = answer;
        wish = next;
        isToldToEnd = true;
        if (nextCall != null) {
            nextCall.cancel(false);
            nextCall = null;
        }
        if (link == null) {
            vacated();
        } else {
            link.leave(reason);
        }
    }

    private void answerPending(ControlOutcome outcome) {
        CompletableFuture<ControlOutcome> answer = pending;
        pending = null;
        if (answer != null) {
            answer.complete(outcome);
        }
    }

    private void stand(BindState state, @Nullable LastEnd lastEnd) {
        standing = new Standing(state, now(), host(), lastEnd, retry.attempts());
    }

    private String host() {
        return link == null ? "" : link.host();
    }

    /** How it is doing. */
    BindStatus status() {
        return BindStatus.of(context, standing);
    }

    /** What passed over it last. */
    PduRing trace() {
        return context.trace();
    }

    private Instant now() {
        return context.ports().clock().instant();
    }

    /** What an operator can tell a bind. */
    enum Command {
        ENABLE,
        DISABLE,
        DRAIN,
        RECONNECT
    }

    /** Something to do on the loop, that answers once. */
    private interface Order {
        void give(CompletableFuture<ControlOutcome> answer);
    }
}
