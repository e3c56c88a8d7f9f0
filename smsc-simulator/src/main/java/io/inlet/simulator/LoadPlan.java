package io.inlet.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a load sends, and how fast. It ends with whichever of count and duration comes first.
 *
 * @param pace how fast
 * @param count messages in all, at least 1
 * @param duration for how long new messages become due, or null for no end
 * @param firstIndex the index of the first message, from 0
 */
public record LoadPlan(Pace pace, long count, @Nullable Duration duration, long firstIndex) {
    public LoadPlan {
        SmscSettings.check("count", count, 1, Long.MAX_VALUE);
        SmscSettings.check("firstIndex", firstIndex, 0, Long.MAX_VALUE);
        if (duration != null) {
            SmscSettings.positive("duration", duration);
        }
    }

    /** Evenly spaced, without an end. */
    public static LoadPlan steady(double perSecond) {
        return new LoadPlan(new Pace.Steady(perSecond), Long.MAX_VALUE, null, 0);
    }

    /** As fast as the windows allow, without an end. */
    public static LoadPlan asWindowsAllow() {
        return new LoadPlan(new Pace.AsWindowsAllow(), Long.MAX_VALUE, null, 0);
    }

    /** The same, ending after so many messages. */
    public LoadPlan count(long messages) {
        return new LoadPlan(pace, messages, duration, firstIndex);
    }

    /** The same, ending after so long. */
    public LoadPlan during(Duration time) {
        return new LoadPlan(pace, count, time, firstIndex);
    }

    /** The same, counting from another index. */
    public LoadPlan from(long index) {
        return new LoadPlan(pace, count, duration, index);
    }
}
