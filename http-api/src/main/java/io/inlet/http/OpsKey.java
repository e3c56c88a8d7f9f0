package io.inlet.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The operators' key: {@code ops_} and 32 random octets in base64url, in a file that its owner
 * alone can read. The command line reads the same file. Any thread may check a request.
 */
public final class OpsKey {
    private static final String PREFIX = "ops_";
    private static final int SECRET_OCTETS = 32;
    private static final int SHORTEST = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Problem UNAUTHORIZED =
            Problem.of(
                    ProblemType.UNAUTHORIZED,
                    "send Authorization: Bearer and the key in the file of ops.keyFile");

    private final String key;

    private OpsKey(String key) {
        this.key = key;
    }

    /**
     * Makes the file with a new key if there is none, then reads it.
     *
     * @throws OpsKeyRefusedException if it cannot be made or read, holds no key, or may be read by
     *     everyone
     */
    public static OpsKey readOrCreate(Path file) {
        try {
            create(file);
        } catch (IOException e) {
            throw new OpsKeyRefusedException(
                    "ops.keyFile: "
                            + file
                            + " cannot be made ("
                            + e.getClass().getSimpleName()
                            + "); check that its folder exists and is the gateway's",
                    e);
        }
        return read(file);
    }

    /**
     * Reads a key that is there.
     *
     * @throws OpsKeyRefusedException if it is not there, cannot be read, holds no key, or may be
     *     read by everyone
     */
    public static OpsKey read(Path file) {
        try {
            return new OpsKey(text(file));
        } catch (NoSuchFileException e) {
            throw new OpsKeyRefusedException(
                    "ops.keyFile: "
                            + file
                            + " is not there: has a gateway with this configuration started yet?",
                    e);
        } catch (IOException e) {
            throw new OpsKeyRefusedException(
                    "ops.keyFile: " + file + " cannot be read: run this as its owner, or as root",
                    e);
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            throw new OpsKeyRefusedException(
                    "ops.keyFile: " + file + " may be read by everyone; chmod it to 600");
        }
        String key = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (key.length() < SHORTEST) {
            throw new OpsKeyRefusedException(
                    "ops.keyFile: " + file + " holds no key; remove it to have one made");
        }
        return key;
    }

    /** The key itself, to be sent as a bearer token; never to be logged. */
    public String reveal() {
        return key;
    }

    @Override
    public String toString() {
        return "operators' key";
    }

    void check(Exchange exchange) {
        String token = Bearer.token(exchange.request().headers());
        if (token == null || !MessageDigest.isEqual(octets(token), octets(key))) {
            throw new RefusedException(UNAUTHORIZED);
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        // Written aside and linked, so that nobody ever reads half a key.
        Path aside = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(aside, mint() + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException _) {
            // Another process made one meanwhile: that one counts.
        } finally {
            Files.delete(aside);
        }
    }

    private static String mint() {
        byte[] secret = new byte[SECRET_OCTETS];
        new SecureRandom().nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
