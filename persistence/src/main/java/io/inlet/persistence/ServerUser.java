package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server runs as: PostgreSQL refuses root.
 *
 * @param switched the user to switch to, or null to stay who we are
 */
record ServerUser(@Nullable Account switched) {
    private static final List<String> CANDIDATES = List.of("inlet", "postgres", "nobody");

    /** A user other than the gateway's. */
    record Account(String name, int uid, int gid) {}

    /**
     * Chooses.
     *
     * @param wanted a name, or null for the owner of {@code data} if that is there, else the first
     *     known one of some usual names
     */
    static ServerUser choose(@Nullable String wanted, Path data) throws IOException {
        if (!isRoot()) {
            return new ServerUser(null);
        }
        if (wanted != null) {
            return new ServerUser(account(wanted));
        }
        if (Files.isDirectory(data) && uid(data) != 0) {
            return new ServerUser(account(Files.getOwner(data).getName()));
        }
        for (String name : CANDIDATES) {
            if (exists(data, name)) {
                return new ServerUser(account(name));
            }
        }
        throw new DatabaseRefusedException(
                "PostgreSQL does not run as root, and there is no user inlet, postgres or nobody: make one and name it as database.embedded.user");
    }

    /** How a command line begins that shall run as this user. */
    List<String> prefix() {
        if (switched == null) {
            return List.of();
        }
        return List.of(
                "setpriv",
                "--reuid=" + switched.uid(),
                "--regid=" + switched.gid(),
                "--clear-groups",
                "--no-new-privs",
                "--");
    }

    /** Gives a path to this user; a folder with all that is in it. Links are not followed. */
    void own(Path path) throws IOException {
        if (switched == null || !Files.exists(path) || uid(path) == switched.uid()) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path one : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(one, "unix:gid", switched.gid(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(one, "unix:uid", switched.uid(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Refuses a folder that this user cannot reach. */
    void mustReach(Path folder) throws IOException {
        Path barrier = barrier(folder);
        if (switched != null && barrier != null) {
            throw new DatabaseRefusedException(
                    "the embedded database runs as %s, who cannot enter %s: chmod o+x it, or put database.embedded.directory elsewhere"
                            .formatted(switched.name(), barrier));
        }
    }

    /** Whether this user can enter a folder that is there. */
    boolean reaches(Path folder) throws IOException {
        return barrier(folder) == null;
    }

    // The first part of a path that this user cannot enter, or null.
    private @Nullable Path barrier(Path folder) throws IOException {
        if (switched == null) {
            return null;
        }
        for (int i = 1; i <= folder.getNameCount(); i++) {
            Path part = folder.getRoot().resolve(folder.subpath(0, i));
            if (Command.of(this, "test", "-x", part.toString()).run().failed()) {
                return part;
            }
        }
        return null;
    }

    private static boolean isRoot() throws IOException {
        return uid(Path.of("/proc/self")) == 0;
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean exists(Path any, String name) throws IOException {
        try {
            any.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        }
    }

    private static Account account(String name) throws IOException {
        return new Account(name, id("-u", name), id("-g", name));
    }

    private static int id(String option, String name) throws IOException {
        Command.Result result = Command.of(new ServerUser(null), "id", option, "--", name).run();
        if (result.failed()) {
            throw new DatabaseRefusedException(
                    "there is no user '%s' to run the embedded database as: make it or correct database.embedded.user"
                            .formatted(name));
        }
        return Integer.parseInt(result.output().strip());
    }
}
