package io.inlet.config;

import java.nio.file.Path;

/**
 * Where something stands.
 *
 * @param file the file
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(Path file, int line, int column) {
    static Place startOf(Path file) {
        return new Place(file, 1, 1);
    }

    Problem problem(String key, String message) {
        return new Problem(file, line, column, key, message);
    }

    /** This place as another one's message names it: the file is said only if it is another. */
    String seenFrom(Place other) {
        return file.equals(other.file) ? "line " + line : file + ":" + line;
    }
}
