package io.inlet.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how long a phase runs.
 *
 * @param home the source tree, with the launcher in it
 * @param directory a folder of the phase's own
 * @param length how long it measures
 * @param out tells people how it goes
 * @param stages knows what has to be ended if the run is broken off
 */
record Setting(Path home, Path directory, Duration length, Narrator out, Stages stages) {
    /** How long it runs before it measures, so that compilers and caches settle. */
    Duration warmUp(Duration longest) {
        return length.multipliedBy(3).compareTo(longest) < 0 ? length.multipliedBy(3) : longest;
    }

    /** A stage of this phase, in a folder of that name. */
    Stage stage(String name) throws java.io.IOException {
        return stages.open(new Stage(this, directory.resolve(name)));
    }
}
