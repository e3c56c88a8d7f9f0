package io.inlet.alarm;

import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvents;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.BindId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which alarms are raised, each told once when it is and once when it is no more: as an event as
 * soon as the database takes it. Owned by one thread.
 */
final class AlarmBoard {
    private static final Logger log = LoggerFactory.getLogger(AlarmBoard.class);

    private final GatewayEvents events;
    private final AlarmObserver observer;
    private final Map<Key, State> states = new HashMap<>();

    private record Key(Alarm alarm, BindId bind) {}

    private static final class State {
        private BindSight sight;
        private @Nullable String raised;
        private boolean told;

        State(BindSight sight) {
            this.sight = sight;
        }
    }

    AlarmBoard(GatewayEvents events, AlarmObserver observer) {
        this.events = events;
        this.observer = observer;
    }

    /**
     * Says how it stands with an alarm.
     *
     * @param why what was found, in a few words without content; null if all is well
     */
    void say(Alarm alarm, BindSight sight, @Nullable String why) {
        State state = states.computeIfAbsent(new Key(alarm, sight.id()), _ -> new State(sight));
        state.sight = sight;
        if ((state.raised == null) != (why == null)) {
            state.raised = why;
            observer.changed(alarm, sight.name(), why != null);
            if (why == null) {
                log.info("alarm cleared: bind={} alarm={}", sight.name(), alarm.label());
            } else {
                log.warn("alarm: bind={} alarm={} {}", sight.name(), alarm.label(), why);
            }
        }
        tell(alarm, sight, state);
    }

    /** Clears the alarms of binds that are gone. */
    void keepOnly(List<BindSight> there) {
        Set<BindId> ids = there.stream().map(BindSight::id).collect(Collectors.toSet());
        for (Key key : List.copyOf(states.keySet())) {
            State state = states.get(key);
            if (state != null && !ids.contains(key.bind())) {
                say(key.alarm(), state.sight, null);
                if (!state.told) {
                    states.remove(key);
                }
            }
        }
    }

    private void tell(Alarm alarm, BindSight sight, State state) {
        boolean raised = state.raised != null;
        if (raised == state.told) {
            return;
        }
        try {
            EventType type = raised ? EventType.ALARM_RAISED : EventType.ALARM_CLEARED;
            String detail = raised ? alarm.label() + ": " + state.raised : alarm.label();
            events.tell(type, sight.id(), detail);
            state.told = raised;
        } catch (StoreUnavailableException e) {
            log.debug("an alarm is told when the database is back: {}", e.getMessage());
        }
    }
}
