package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Tells a full disk from other failures, and what to do about it. */
final class FullDisk {
    /** Of PostgreSQL: its own disk has no room for what it was asked to do. */
    static final String SQLSTATE = "53100";

    private static final List<String> WORDS =
            List.of("No space left on device", "Disk quota exceeded");

    /** PostgreSQL asks for its log in pieces of 16 MB: with less than one left it has stopped. */
    private static final long TOO_LITTLE = 16L << 20;

    private FullDisk() {}

    /** Whether something failed for a full disk, by what it says or by its SQLSTATE. */
    static boolean isBehind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            boolean isCoded = t instanceof SQLException sql && SQLSTATE.equals(sql.getSQLState());
            if (isCoded || isNamedIn(String.valueOf(t.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a message, in English, names it. */
    static boolean isNamedIn(String text) {
        return WORDS.stream().anyMatch(text::contains);
    }

    /** Whether a folder's disk has no room, for a failure that could not even be written down. */
    static boolean isUnder(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < TOO_LITTLE;
        } catch (IOException e) {
            return false;
        }
    }

    /** For the operator, in one line. */
    static String advice(Object place) {
        return "the disk of %s is full: free some space and start again".formatted(place);
    }
}
