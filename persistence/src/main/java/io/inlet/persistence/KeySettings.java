package io.inlet.persistence;

import java.nio.file.Path;

/**
 * Where the keys outside the database are.
 *
 * @param directory holds {@code master.json} and {@code hash.json}, readable by their owner alone;
 *     keep a copy of both apart from the database's backups: without them nothing can be read
 */
public record KeySettings(Path directory) {}
