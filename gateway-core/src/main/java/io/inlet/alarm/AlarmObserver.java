package io.inlet.alarm;

import io.inlet.sms.BindName;

/** Shows alarms, for example as metrics. */
@FunctionalInterface
public interface AlarmObserver {
    /** An alarm is raised, or is no more. */
    void changed(Alarm alarm, BindName bind, boolean raised);
}
