package io.inlet.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files are that a configuration names.
 *
 * @param base the folder of the main file, absolute
 * @param credentials where the service manager put the secrets, or null
 */
record FileLookup(Path base, @Nullable Path credentials) {
    /** A path as the file names it, relative to that file's folder; null if it cannot be one. */
    static @Nullable Path resolve(Path file, String text) {
        try {
            return file.toAbsolutePath().resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /**
     * Where a secret is to be read. Under systemd, {@code
     * LoadCredential=secrets:/etc/inlet/secrets} hands over {@code /etc/inlet/secrets/a} as {@code
     * secrets_a}: if that is there, it is taken, so one configuration serves the unit and {@code
     * inlet check}, and the folder itself can be root's.
     */
    Path secret(Path named) {
        if (credentials == null || !named.startsWith(base)) {
            return named;
        }
        String id = base.relativize(named).toString().replace('/', '_');
        Path handedOver = credentials.resolve(id);
        return Files.exists(handedOver) ? handedOver : named;
    }
}
