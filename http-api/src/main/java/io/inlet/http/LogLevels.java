package io.inlet.http;

/** Changes how much is logged, until the next start. Called on virtual threads. */
public interface LogLevels {
    /** How much. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /**
     * Sets one logger's level.
     *
     * @param logger its name; {@code ROOT} for all that say nothing else
     * @throws IllegalArgumentException if it is none of the gateway's own; the message says what
     *     was expected
     */
    void set(String logger, Level level);
}
