package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of the embedded server, each in a file of its own: the gateway's connections never
 * carry the superuser's.
 *
 * @param superuser of the server's owner, who sets it up
 * @param role of the gateway's role
 */
record ServerPasswords(String superuser, String role) {
    private static final int OCTETS = 32;

    /** Reads them; makes the role's if it is missing, and the superuser's if there is no data. */
    static ServerPasswords of(EmbeddedHome home) throws IOException {
        if (Files.isDirectory(home.data()) && !Files.exists(home.superuserPassword())) {
            throw new DatabaseRefusedException(
                    "the password of the embedded database, %s, is missing: put it back from its backup"
                            .formatted(home.superuserPassword()));
        }
        return new ServerPasswords(
                readOrMake(home.superuserPassword()), readOrMake(home.rolePassword()));
    }

    private static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] octets = new byte[OCTETS];
            new SecureRandom().nextBytes(octets);
            SecretFile.make(file, Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
        }
        return Files.readString(file).strip();
    }

    @Override
    public String toString() {
        return "the passwords of the embedded database";
    }
}
