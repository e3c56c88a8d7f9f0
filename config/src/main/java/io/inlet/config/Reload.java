package io.inlet.config;

import java.util.List;
import java.util.Objects;

/**
 * What a reload would do with settings that were read anew. A pure function: the caller applies it,
 * whole or not at all.
 */
public sealed interface Reload {
    /**
     * It can be applied.
     *
     * @param effective what holds from then on: the running settings with the new carriers and log
     *     levels
     * @param binds what is done with each bind
     * @param changesLog whether log levels change
     * @param needRestart the keys of the top level that have changed and wait for a restart, or
     *     none
     */
    record Plan(
            Settings effective,
            List<BindReload> binds,
            boolean changesLog,
            List<String> needRestart)
            implements Reload {
        public Plan {
            binds = List.copyOf(binds);
            needRestart = List.copyOf(needRestart);
        }
    }

    /**
     * It cannot: the new carriers do not fit what holds until a restart.
     *
     * @param problem why, for the operator
     */
    record Refused(String problem) implements Reload {}

    /**
     * Compares.
     *
     * @param running what the gateway runs with
     * @param found what its files say now
     */
    static Reload of(Settings running, Settings found) {
        try {
            return plan(running, found, effective(running, found));
        } catch (IllegalArgumentException e) {
            return new Refused("restart instead, since these change together: " + e.getMessage());
        }
    }

    private static Settings effective(Settings running, Settings found) {
        return new Settings(
                running.node(),
                running.database(),
                running.keys(),
                running.http(),
                running.ops(),
                running.intake(),
                running.commit(),
                running.leases(),
                running.alarms(),
                running.sandbox(),
                found.carriers(),
                found.log());
    }

    private static Plan plan(Settings running, Settings found, Settings effective) {
        RecordShape shape = RecordShape.of(Settings.class);
        List<String> needRestart =
                shape.names().stream()
                        .filter(name ->
                                !Objects.equals(
                                        shape.value(effective, name), shape.value(found, name)))
                        .toList();
        return new Plan(
                effective,
                BindReload.all(running.carriers(), found.carriers()),
                !running.log().equals(found.log()),
                needRestart);
    }
}
