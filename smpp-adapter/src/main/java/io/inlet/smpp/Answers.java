package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a session from the intake's yes or no to the network. The intake's threads hand
 * them in; one task on the event loop writes all that are there and flushes once. Owned by the
 * event loop, but for {@link #ready}.
 */
final class Answers {
    private static final int MOST_UNANSWERED = 20_000;
    private static final int MOST_UNANSWERED_OCTETS = 16 << 20;

    /** Answers in one flush at most: 17 octets each. */
    private static final int MOST_IN_GROUP = 2_000;

    private final BindContext context;
    private final Verdict verdict;
    private final FrameWriter writer;
    private final Window window;
    private final Channel channel;

    private final Queue<Request> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private List<Request> leaving = new ArrayList<>();
    private int unanswered;
    private long unansweredOctets;
    private int flushesUnderWay;
    private long progressNanos;
    private @Nullable Runnable onDone;

    Answers(BindContext context, FrameWriter writer, Window window, Channel channel) {
        this.context = context;
        this.verdict = new Verdict(context.carrier());
        this.writer = writer;
        this.window = window;
        this.channel = channel;
    }

    /** Whether one more request of this size may wait for its answer. */
    boolean hasRoomFor(int octets) {
        return unanswered < MOST_UNANSWERED && unansweredOctets + octets <= MOST_UNANSWERED_OCTETS;
    }

    /** A request waits for its answer. */
    void await(Request request) {
        unanswered++;
        unansweredOctets += request.octets;
        context.tally().awaited();
        window.add(request);
    }

    /**
     * The intake has decided. Any thread; never blocks.
     *
     * @param disposition what it decided, or null if it failed
     */
    void ready(Request request, @Nullable Disposition disposition) {
        request.disposed(disposition);
        ready.add(request);
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            schedule();
        }
    }

    private void schedule() {
        try {
            channel.eventLoop().execute(this::drain);
        } catch (RejectedExecutionException e) {
            // The gateway has stopped, and the carrier will send again.
            scheduled.set(true);
        }
    }

    // The intake completes a batch one by one while this drains it. As long as more keeps coming,
    // the flush waits: a system call for each answer would cost more than all the rest.
    private void drain() {
        try {
            drainOrThrow();
        } catch (RuntimeException e) {
            channel.pipeline().fireExceptionCaught(e);
        }
    }

    private void drainOrThrow() {
        boolean came = false;
        Request request = null;
        while (leaving.size() < MOST_IN_GROUP && (request = ready.poll()) != null) {
            write(request);
            came = true;
        }
        if (came && leaving.size() < MOST_IN_GROUP) {
            schedule();
            return;
        }
        flush();
        scheduled.set(false);
        if (!ready.isEmpty() && scheduled.compareAndSet(false, true)) {
            schedule();
        }
    }

    private void write(Request request) {
        unanswered--;
        unansweredOctets -= request.octets;
        context.tally().decided();
        writer.response(request.commandId, request.judge(verdict), request.sequence);
        leaving.add(request);
    }

    /** Answers what is not handed to the intake, in order with all else; does not flush. */
    void refuse(Frame.Pdu pdu, long nowNanos) {
        answerAtOnce(pdu, verdict.overload(), nowNanos);
    }

    /** Acknowledges what the intake is not for; does not flush. */
    void acknowledge(Frame.Pdu pdu, long nowNanos) {
        answerAtOnce(pdu, CommandStatus.ESME_ROK, nowNanos);
    }

    private void answerAtOnce(Frame.Pdu pdu, int status, long nowNanos) {
        writer.response(pdu.commandId(), status, pdu.sequenceNumber());
        count(status, Duration.ofNanos(System.nanoTime() - nowNanos));
    }

    /** Lets all that has been written leave. */
    void flush() {
        ChannelFuture written = writer.flush();
        if (written != null) {
            follow(written);
        }
    }

    /** Lets all that has been written leave, and then closes the channel. */
    void flushAndClose() {
        ChannelFuture written = writer.flush();
        if (written == null) {
            var _ = channel.close();
        } else {
            follow(written);
            var _ = written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void follow(ChannelFuture written) {
        List<Request> group = leaving;
        if (!group.isEmpty()) {
            leaving = new ArrayList<>();
        }
        if (written.isSuccess()) {
            settle(group);
            return;
        }
        if (flushesUnderWay++ == 0) {
            progressNanos = System.nanoTime();
        }
        var _ = written.addListener(_ -> followed(written, group));
    }

    private void followed(ChannelFuture written, List<Request> group) {
        flushesUnderWay--;
        progressNanos = System.nanoTime();
        if (written.isSuccess()) {
            settle(group);
        } else {
            group.forEach(_ -> unheard());
        }
    }

    private void settle(List<Request> group) {
        long now = System.nanoTime();
        Duration budget = context.timers().responseBudget();
        for (Request request : group) {
            count(request.status(), request.written(now, budget));
        }
        window.settle(now);
        if (onDone != null && isDone()) {
            onDone.run();
        }
    }

    private void count(int status, Duration took) {
        context.observer()
                .answered(
                        context.carrier().name(),
                        context.bind().name(),
                        CommandStatus.name(status),
                        took);
    }

    private void unheard() {
        context.observer().unheard(context.carrier().name(), context.bind().name());
    }

    /** Has a task run whenever the last answer has left. */
    void onDone(Runnable task) {
        onDone = task;
    }

    /** Whether every request is answered, and every answer with the network. */
    boolean isDone() {
        return unanswered == 0 && leaving.isEmpty() && flushesUnderWay == 0;
    }

    /** Whether the network has taken nothing for so long, though there is something to take. */
    boolean isStuckFor(Duration time, long nowNanos) {
        return flushesUnderWay > 0 && nowNanos - progressNanos > time.toNanos();
    }
}
