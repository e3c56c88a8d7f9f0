package io.inlet.alarm;

import io.inlet.feed.EventType;

/** What an alarm is about: a bind, or a part of the pool. */
interface AlarmSubject {
    /** Tells it from others. */
    Object id();

    /** Its name for the log. */
    String shown();

    /** Shows an alarm about it, for example as a metric. */
    void show(Alarm alarm, boolean raised);

    /**
     * Appends an event about it to the built-in tenant's sequence.
     *
     * @throws io.inlet.intake.StoreUnavailableException if the database is away; nothing is told
     */
    void tell(EventType type, String detail);
}
