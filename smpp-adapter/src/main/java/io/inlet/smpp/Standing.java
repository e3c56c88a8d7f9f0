package io.inlet.smpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a bind stands.
 *
 * @param state in which state
 * @param since since when
 * @param host with whom; empty if with nobody
 * @param lastEnd how the session or attempt before ended, or null
 * @param attempts attempts that failed since the last session that lasted
 */
record Standing(
        BindState state, Instant since, String host, @Nullable LastEnd lastEnd, int attempts) {}
