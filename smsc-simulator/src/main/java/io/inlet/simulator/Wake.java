package io.inlet.simulator;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One alarm on the event loop, always for the earliest instant asked for. Event loop only. */
final class Wake {
    private final EventLoop loop;
    private final Runnable action;
    private @Nullable Future<?> alarm;
    private long alarmNanos;

    Wake(EventLoop loop, Runnable action) {
        this.loop = loop;
        this.action = action;
    }

    void at(long nanos) {
        if (alarm != null) {
            if (alarmNanos - nanos <= 0) {
                return;
            }
            alarm.cancel(false);
        }
        alarmNanos = nanos;
        long delay = Math.max(0, nanos - System.nanoTime());
        alarm = loop.schedule(this::ring, delay, TimeUnit.NANOSECONDS);
    }

    private void ring() {
        alarm = null;
        action.run();
    }
}
