package io.inlet.persistence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once for each version of them. */
final class ServerBinaries {
    /**
     * The system property that names a folder for homes to share one copy in. Unpacking takes
     * seconds, which counts where homes come and go, as in tests; an operator's home has its own.
     */
    private static final String SHARED = "inlet.postgres.binaries";

    private ServerBinaries() {}

    /** Where a home's binaries belong. */
    static Path place(EmbeddedHome home, ServerUser user) throws IOException {
        return place(home, user, System.getProperty(SHARED));
    }

    /** The shared folder if there is one and the server's user gets there, else the home. */
    static Path place(EmbeddedHome home, ServerUser user, @Nullable String shared)
            throws IOException {
        if (shared == null) {
            return home.directory();
        }
        Path folder = Path.of(shared).toAbsolutePath().normalize();
        directories(folder);
        return user.reaches(folder) ? folder : home.directory();
    }

    /**
     * The folder that holds {@code bin}; unpacked into {@code place} if it is not there yet. Any
     * number of processes may ask at once.
     */
    static Path unpack(Path place, Consumer<String> progress) throws IOException {
        URL archive = archive();
        Path folder = place.resolve("postgresql-" + checksum(archive).substring(0, 16));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        progress.accept("unpacking PostgreSQL");
        Path draft = place.resolve(".unpacking-" + UUID.randomUUID());
        try {
            unpack(archive, draft);
            sync(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another starter was faster: its files are the same.
        } finally {
            EmbeddedHome.delete(draft);
        }
        return folder;
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String name =
                switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> arch;
                };
        URL archive = ServerBinaries.class.getResource("/postgres-" + os + "-" + name + ".txz");
        if (archive == null) {
            throw new DatabaseRefusedException(
                    "no PostgreSQL is packed for %s on %s: install one and name it under database.external"
                            .formatted(os, arch));
        }
        return archive;
    }

    private static String checksum(URL archive) throws IOException {
        try (InputStream in = archive.openStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                Path target = folder.resolve(e.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive reaches outside of itself");
                }
                put(tar, e, target);
            }
        }
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            directories(target);
            return;
        }
        directories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    // Whatever the umask: the server's user must get in.
    private static void directories(Path folder) throws IOException {
        Path normal = folder.normalize();
        if (!Files.isDirectory(normal)) {
            directories(normal.resolveSibling("."));
            try {
                Files.createDirectory(normal);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(normal)) {
                    throw e;
                }
                // Another starter was faster, and may not have come to open it yet.
            }
            Set<PosixFilePermission> open = PosixFilePermissions.fromString("rwxr-xr-x");
            Files.setPosixFilePermissions(normal, EnumSet.copyOf(open));
        }
    }

    // The rename must not outlive the files after a power cut. One call for a thousand files.
    private static void sync(Path folder) throws IOException {
        Process sync = new ProcessBuilder("sync", "-f", folder.toString()).inheritIO().start();
        try {
            if (!sync.waitFor(60, TimeUnit.SECONDS)) {
                sync.destroyForcibly();
                throw new IOException("the disk did not take the files within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
