package io.inlet.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Decides on binds. Judges on the event loop; any thread may tell it to be difficult. */
final class BindDesk {
    private final SmscSettings settings;
    private final Sessions sessions;
    private volatile @Nullable Mood mood;

    BindDesk(SmscSettings settings, Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /**
     * How it treats binds for a while.
     *
     * @param verdict instead of judging, or null to judge
     * @param delay before the answer
     * @param left how many binds more
     */
    private record Mood(
            @Nullable BindVerdict verdict, Duration delay, long untilNanos, AtomicInteger left) {
        boolean holds() {
            return System.nanoTime() - untilNanos < 0 && left.getAndDecrement() > 0;
        }
    }

    void refuse(int status, Duration howLong) {
        set(new BindVerdict.Answer(status, Duration.ZERO), howLong, Integer.MAX_VALUE);
    }

    void refuseNext(int count, int status) {
        set(new BindVerdict.Answer(status, Duration.ZERO), Duration.ofDays(1), count);
    }

    void ignore(Duration howLong) {
        set(new BindVerdict.Silence(), howLong, Integer.MAX_VALUE);
    }

    void delay(Duration delay, Duration howLong) {
        mood = new Mood(null, delay, until(howLong), new AtomicInteger(Integer.MAX_VALUE));
    }

    void acceptAgain() {
        mood = null;
    }

    BindVerdict judge(BindRequest request) {
        Mood current = mood;
        if (current == null || !current.holds()) {
            return new BindVerdict.Answer(status(request), Duration.ZERO);
        }
        return current.verdict == null
                ? new BindVerdict.Answer(status(request), current.delay)
                : current.verdict;
    }

    private void set(BindVerdict verdict, Duration howLong, int binds) {
        mood = new Mood(verdict, Duration.ZERO, until(howLong), new AtomicInteger(binds));
    }

    private static long until(Duration howLong) {
        return System.nanoTime() + howLong.toNanos();
    }

    private int status(BindRequest request) {
        SmscSettings.Account account = settings.account();
        if (account != null && !account.systemId().equals(request.systemId())) {
            return CommandStatus.ESME_RINVSYSID.code();
        }
        if (account != null && !account.password().equals(request.password())) {
            return CommandStatus.ESME_RINVPASWD.code();
        }
        if (!settings.dialect().bindTypes().contains(request.type())) {
            return CommandStatus.ESME_RBINDFAIL.code();
        }
        return sessions.all().size() < settings.bindsAtMost()
                ? CommandStatus.ESME_ROK.code()
                : CommandStatus.ESME_RALYBND.code();
    }
}
