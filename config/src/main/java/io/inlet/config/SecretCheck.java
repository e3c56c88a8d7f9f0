package io.inlet.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a file that shall hold a secret; never what it holds. */
final class SecretCheck {
    private SecretCheck() {}

    /** Why the file cannot serve, or null if it can. */
    static @Nullable String refusal(Path file) {
        try {
            if (!Files.exists(file)) {
                return "there is no file " + file + " (or its folder is closed to this user)";
            }
            if (!Files.isRegularFile(file)) {
                return file + " is not a file";
            }
            if (!Files.isReadable(file)) {
                return file + " cannot be read by this user";
            }
            if (Files.size(file) == 0) {
                return file + " is empty";
            }
            return isOpenToAll(file)
                    ? file + " can be read by everybody; say: chmod o= " + file
                    : null;
        } catch (IOException e) {
            return file + " cannot be read";
        }
    }

    private static boolean isOpenToAll(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        return permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
