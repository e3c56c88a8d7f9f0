package io.inlet.persistence;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** Keysets in files that their owner alone may read. */
final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path directory;

    KeyFiles(Path directory) {
        this.directory = directory;
    }

    void makeIfAbsent(String name, KeysetHandle keys) throws GeneralSecurityException {
        Path file = directory.resolve(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        try {
            SecretFile.make(file, json);
        } catch (FileAlreadyExistsException e) {
            // Another starter was faster: its key holds.
        } catch (IOException e) {
            throw new KeysRefusedException(
                    "the key %s cannot be written (%s): make its folder writable for the gateway's user"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    KeysetHandle read(String name) {
        Path file = directory.resolve(name);
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(permissions)) {
                throw new KeysRefusedException(
                        "the key %s can be read by others: chmod 600 it".formatted(file));
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (NoSuchFileException e) {
            throw new KeysRefusedException(
                    "the key %s is missing: put it back from its backup, or have a new installation make one"
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new KeysRefusedException(
                    "the key %s cannot be read (%s): make it readable for the gateway's user alone"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        } catch (GeneralSecurityException e) {
            // Not as the cause: a parser's message may quote what it read.
            throw new KeysRefusedException(
                    "the key %s is damaged: put it back from its backup".formatted(file));
        }
    }
}
