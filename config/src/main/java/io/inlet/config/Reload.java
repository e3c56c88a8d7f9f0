package io.inlet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a reload does with settings that were read anew. A pure function: the caller applies it.
 *
 * @param effective what holds from now on: the running settings with the new log levels
 * @param needRestart the keys of the top level that have changed and wait for a restart, or none
 */
public record Reload(Settings effective, List<String> needRestart) {
    /**
     * Compares.
     *
     * @param running what the gateway runs with
     * @param found what its files say now
     */
    public static Reload of(Settings running, Settings found) {
        var effective =
                new Settings(
                        running.node(),
                        running.database(),
                        running.keys(),
                        running.http(),
                        running.ops(),
                        running.intake(),
                        running.commit(),
                        running.leases(),
                        running.carriers(),
                        found.log());
        RecordShape shape = RecordShape.of(Settings.class);
        List<String> changed = new ArrayList<>();
        for (String name : shape.names()) {
            if (!Objects.equals(shape.value(effective, name), shape.value(found, name))) {
                changed.add(name);
            }
        }
        return new Reload(effective, List.copyOf(changed));
    }
}
