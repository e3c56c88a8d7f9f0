package io.inlet.simulator.run;

import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.script.Script;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the scripted carrier does. With neither script nor load it takes binds until it is
 * stopped.
 *
 * @param smsc how the carrier behaves
 * @param script a script to go through first, already read, or null
 * @param load messages to send at a rate after that or beside it, or null
 * @param ledger a file that gets the index of each acknowledged message, appended, or null
 * @param settle how long the run waits at its end for the answers that are still to come
 */
public record RunSettings(
        SmscSettings smsc,
        @Nullable Script script,
        @Nullable LoadSettings load,
        @Nullable Path ledger,
        Duration settle) {

    /**
     * Messages at a rate.
     *
     * @param plan how many, and how fast
     * @param destinations to whom
     * @param sender the source address: {@code ACME}, {@code +999123}, {@code 3/0:12345}
     * @param binds how many sessions must receive before it starts, at least 1
     * @param bindsWithin how long it waits for them
     * @param besideScript whether it goes on while the script does, rather than after it
     */
    public record LoadSettings(
            LoadPlan plan,
            Destinations destinations,
            String sender,
            int binds,
            Duration bindsWithin,
            boolean besideScript) {
        public LoadSettings {
            if (binds < 1) {
                throw new IllegalArgumentException("binds: expected at least 1, found " + binds);
            }
        }
    }
}
