package io.inlet.persistence;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * How to get into a database. Its text form leaves the password out.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param user the role
 * @param password the role's password
 */
public record DatabaseLogin(String url, String user, String password) {
    private static final String PREFIX = "jdbc:postgresql://";

    public DatabaseLogin {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException("url: expected " + PREFIX + "..., found another");
        }
    }

    /**
     * The login that settings describe; reads the password's file.
     *
     * @throws DatabaseRefusedException if that cannot be read
     */
    public static DatabaseLogin of(DatabaseSettings.External settings) {
        StringBuilder url = new StringBuilder(PREFIX).append(settings.hosts()).append('/');
        url.append(encode(settings.name()));
        url.append(settings.hosts().contains(",") ? "?targetServerType=primary" : "?");
        if (settings.rootCertificate() != null) {
            url.append("&sslmode=verify-full&sslrootcert=");
            url.append(encode(settings.rootCertificate().toString()));
        }
        try {
            String password = Files.readString(settings.passwordFile()).strip();
            return new DatabaseLogin(url.toString(), settings.user(), password);
        } catch (IOException e) {
            throw new DatabaseRefusedException(
                    "the database's password file %s cannot be read (%s): put the password there, readable for the gateway's user"
                            .formatted(settings.passwordFile(), e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Host and port, for people. */
    String place() {
        int slash = url.indexOf('/', PREFIX.length());
        return url.substring(PREFIX.length(), slash < 0 ? url.length() : slash);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return user + " at " + place();
    }
}
