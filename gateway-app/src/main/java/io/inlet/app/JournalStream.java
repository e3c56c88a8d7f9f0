package io.inlet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whether what is printed goes to systemd's journal, which has the time of each line and reads its
 * level from a prefix: see sd-daemon(3).
 */
final class JournalStream {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private JournalStream() {}

    /** Chooses how lines are printed; must be called before anything is logged. */
    static void choose(Map<String, String> environment) {
        if (isAt(STANDARD_ERROR, environment)) {
            System.setProperty("inlet.log", "journal");
        }
    }

    /** The variable is inherited by processes whose output goes elsewhere, so the stream counts. */
    static boolean isAt(Path stream, Map<String, String> environment) {
        String journal = environment.get("JOURNAL_STREAM");
        if (journal == null) {
            return false;
        }
        try {
            var found = Files.readAttributes(stream, "unix:dev,ino");
            return journal.equals(found.get("dev") + ":" + found.get("ino"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
