package io.inlet.simulator;

import io.inlet.settings.Durations;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The response timer and the enquire_link timer of one session. Event loop only. */
final class SessionTimers {
    private static final Logger log = LoggerFactory.getLogger(SessionTimers.class);
    private static final Duration CHECK_MOST = Duration.ofSeconds(1);
    private static final Duration CHECK_LEAST = Duration.ofMillis(5);

    private final SmscSession session;
    private final Outbox outbox;
    private final SmscSettings.Timers settings;
    private final EventLoop loop;
    private final List<Future<?>> running = new ArrayList<>();

    SessionTimers(
            SmscSession session, Outbox outbox, SmscSettings.Timers settings, EventLoop loop) {
        this.session = session;
        this.outbox = outbox;
        this.settings = settings;
        this.loop = loop;
    }

    void start() {
        every(checkInterval(), this::checkAnswers);
        if (settings.enquireLink() != null) {
            every(settings.enquireLink(), this::enquireLink);
        }
    }

    void stop() {
        running.forEach(timer -> timer.cancel(false));
        running.clear();
    }

    private void every(Duration interval, Runnable action) {
        long nanos = interval.toNanos();
        running.add(loop.scheduleAtFixedRate(action, nanos, nanos, TimeUnit.NANOSECONDS));
    }

    private Duration checkInterval() {
        Duration interval = settings.response().dividedBy(10);
        if (interval.compareTo(CHECK_LEAST) < 0) {
            return CHECK_LEAST;
        }
        return interval.compareTo(CHECK_MOST) > 0 ? CHECK_MOST : interval;
    }

    // Whether its answer comes in time is for checkAnswers.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void enquireLink() {
        session.enquireLink();
    }

    private void checkAnswers() {
        long latest = System.nanoTime() - settings.response().toNanos();
        List<OutgoingSegment> late = session.window().removeSentBefore(latest);
        if (!late.isEmpty()) {
            outbox.unanswered(late);
            outbox.pump();
        }
        if (session.controls().isAnyOlderThan(latest)) {
            log.info(
                    "{} left a request unanswered for {}; closing it",
                    session,
                    Durations.write(settings.response()));
            session.close();
        }
    }
}
