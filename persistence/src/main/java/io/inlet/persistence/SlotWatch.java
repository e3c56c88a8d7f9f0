package io.inlet.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people how it stands with the slots, each change once. One thread says what came out; any
 * may ask how it stands.
 */
final class SlotWatch {
    private static final Logger log = LoggerFactory.getLogger(SlotWatch.class);

    private final InstantSource clock;
    private final Duration patience;
    private SlotOutcome last = new SlotOutcome.Held();
    private @Nullable Instant oursSince;
    private volatile SlotOutcome state = new SlotOutcome.Held();

    /**
     * @param patience how long a former session of ours may take to end
     */
    SlotWatch(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** All is held, or a former session of ours is given its time to end; or who has what. */
    SlotOutcome state() {
        return state;
    }

    /** What taking it has come to. */
    void tell(SlotOutcome now) {
        switch (now) {
            case SlotOutcome.Held _ -> held();
            case SlotOutcome.StillOurs ours -> stillOurs(ours);
            case SlotOutcome.NodeTaken node -> lost(node);
            case SlotOutcome.BindsTaken binds -> lost(binds);
        }
        last = now;
    }

    private void held() {
        if (!(last instanceof SlotOutcome.Held)) {
            log.info("all slots are held again");
        }
        oursSince = null;
        state = new SlotOutcome.Held();
    }

    private void stillOurs(SlotOutcome.StillOurs ours) {
        Instant since = oursSince;
        if (since == null) {
            oursSince = clock.instant();
            state = new SlotOutcome.Held();
            log.info("the former session of this gateway still ends: its slots follow");
        } else if (clock.instant().isAfter(since.plus(patience))) {
            alarm(ours);
        }
    }

    private void lost(SlotOutcome.Missing missing) {
        oursSince = null;
        alarm(missing);
    }

    private void alarm(SlotOutcome.Missing missing) {
        if (!missing.equals(state)) {
            log.error("slots were lost while the database was away: {}", missing.advice());
        }
        state = missing;
    }
}
