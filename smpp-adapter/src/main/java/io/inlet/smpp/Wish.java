package io.inlet.smpp;

/** What shall become of a bind, and what it is when that is done. */
enum Wish {
    /** A session, and after its end another. */
    UP(BindState.WAITING),
    DISABLED(BindState.DISABLED),
    DRAINED(BindState.DRAINED),
    REMOVED(BindState.STOPPED),
    /** The gateway stops: the last wish. */
    STOPPED(BindState.STOPPED);

    private final BindState state;

    Wish(BindState state) {
        this.state = state;
    }

    /** Where the bind stands when its slot is free. */
    BindState state() {
        return state;
    }

    /** What a fresh bind shall do. */
    static Wish of(BindSettings settings) {
        return settings.enabled() ? UP : DISABLED;
    }
}
