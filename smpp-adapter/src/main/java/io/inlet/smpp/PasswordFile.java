package io.inlet.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds a password of SMPP. Reading blocks. */
final class PasswordFile {
    private static final int LONGEST_PASSWORD = 8;

    /** More is no password file. */
    private static final long LONGEST_FILE = 1024;

    private PasswordFile() {}

    /**
     * The password, a line end after it aside.
     *
     * @throws DialingException if there is none of at most 8 octets
     */
    static String read(Path file) throws DialingException {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw Expect.refuse("password", "at most " + LONGEST_PASSWORD + " octets", "more");
            }
            String password = Files.readString(file, StandardCharsets.ISO_8859_1).stripTrailing();
            Expect.ascii("password", password, LONGEST_PASSWORD);
            return password;
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName(), e);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static DialingException unreadable(Path file, String problem, Exception cause) {
        return new DialingException(EndReason.PASSWORD_UNREADABLE, file + ": " + problem, cause);
    }
}
