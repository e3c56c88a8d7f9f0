package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells of a job that is done again and again: when it begins to fail, when it fails in another
 * way, and when it works again. A database that is away needs no trace. One thread.
 */
final class JobLog {
    private final Logger log;
    private final String trouble;
    private final String relief;
    private @Nullable Class<?> failing;

    /**
     * @param trouble what it means that the job fails, and what becomes of it
     * @param relief that it works again
     */
    JobLog(Logger log, String trouble, String relief) {
        this.log = log;
        this.trouble = trouble;
        this.relief = relief;
    }

    void worked() {
        if (failing != null) {
            log.info(relief);
        }
        failing = null;
    }

    void failed(Throwable e) {
        if (e.getClass() == failing) {
            return;
        }
        failing = e.getClass();
        if (e instanceof StoreUnavailableException) {
            log.warn("{}: {}", trouble, e.getMessage());
        } else {
            log.warn(trouble, e);
        }
    }
}
