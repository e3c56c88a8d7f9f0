package io.inlet.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Makes files that hold a secret. */
final class SecretFile {
    private SecretFile() {}

    /**
     * Makes a file, whole or not at all, durable, with mode 0600; its folder too, with 0700.
     * Folders above that one are made as any: they are other people's way as well.
     *
     * @throws FileAlreadyExistsException if it is there already, then left as it is
     */
    static void make(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file needs a folder");
        }
        makeFolder(folder);
        Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft, text);
            Files.createLink(file.toAbsolutePath(), draft); // unlike a move, never replaces
        } finally {
            Files.deleteIfExists(draft);
        }
        try (FileChannel entries = FileChannel.open(folder)) {
            entries.force(true);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another starter was faster.
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer octets = StandardCharsets.UTF_8.encode(text);
            while (octets.hasRemaining()) {
                out.write(octets);
            }
            out.force(true);
        }
    }
}
