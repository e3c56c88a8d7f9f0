package io.inlet.alarm;

import io.inlet.feed.EventType;
import io.inlet.intake.StoreUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which alarms are raised, each told once when it is and once when it is no more: as an event as
 * soon as the database takes it. Owned by one thread.
 */
final class AlarmBoard {
    private static final Logger log = LoggerFactory.getLogger(AlarmBoard.class);

    private final Map<Key, State> states = new HashMap<>();

    private record Key(Alarm alarm, Object subject) {}

    private static final class State {
        private AlarmSubject subject;
        private @Nullable String raised;
        private boolean told;

        State(AlarmSubject subject) {
            this.subject = subject;
        }
    }

    /**
     * Says how it stands with an alarm.
     *
     * @param why what was found, in a few words without content; null if all is well
     */
    void say(Alarm alarm, AlarmSubject subject, @Nullable String why) {
        State state = states.computeIfAbsent(new Key(alarm, subject.id()), _ -> new State(subject));
        state.subject = subject;
        if ((state.raised == null) != (why == null)) {
            state.raised = why;
            subject.show(alarm, why != null);
            if (why == null) {
                log.info("alarm cleared: {} alarm={}", subject.shown(), alarm.label());
            } else {
                log.warn("alarm: {} alarm={} {}", subject.shown(), alarm.label(), why);
            }
        }
        tell(alarm, subject, state);
    }

    /** Clears the alarms of what is gone. */
    void keepOnly(Set<?> ids) {
        for (Key key : List.copyOf(states.keySet())) {
            State state = states.get(key);
            if (state != null && !ids.contains(key.subject())) {
                say(key.alarm(), state.subject, null);
                if (!state.told) {
                    states.remove(key);
                }
            }
        }
    }

    private static void tell(Alarm alarm, AlarmSubject subject, State state) {
        boolean raised = state.raised != null;
        if (raised == state.told) {
            return;
        }
        try {
            EventType type = raised ? EventType.ALARM_RAISED : EventType.ALARM_CLEARED;
            String detail = raised ? alarm.label() + ": " + state.raised : alarm.label();
            subject.tell(type, detail);
            state.told = raised;
        } catch (StoreUnavailableException e) {
            log.debug("an alarm is told when the database is back: {}", e.getMessage());
        }
    }
}
