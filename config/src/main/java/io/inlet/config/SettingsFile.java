package io.inlet.config;

import io.inlet.config.Outcome.Accepted;
import io.inlet.config.Outcome.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The configuration's files. Reading them changes nothing, so any thread may, at any time. */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads a file, and {@code carriers.d/*.yaml} beside it. Paths in a file are relative to that
     * file's folder. Never throws on account of what the files hold.
     *
     * @param file the main file
     */
    public static Outcome read(Path file) {
        String credentials = System.getenv("CREDENTIALS_DIRECTORY");
        return read(file, credentials == null ? null : Path.of(credentials));
    }

    /**
     * The same, with the secrets that the service manager has handed over.
     *
     * @param credentials their folder, or null
     */
    static Outcome read(Path file, @Nullable Path credentials) {
        var problems = new Problems();
        Tree tree = new ConfigFiles(problems).read(file);
        Path base = FileLookup.resolve(file, ".");
        var lookup = new FileLookup(base == null ? file : base, credentials);
        Bound bound = new Binder(problems, lookup).bind(Settings.class, tree);
        return bound instanceof Bound.Good(Settings settings) && problems.isEmpty()
                ? new Accepted(settings)
                : new Rejected(problems.inOrder());
    }

    /** The commented file that the package ships, with every setting and its default. */
    public static String reference() {
        try (InputStream file = SettingsFile.class.getResourceAsStream("inlet.yaml")) {
            if (file == null) {
                throw new IllegalStateException("inlet.yaml is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
