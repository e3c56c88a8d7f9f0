package io.inlet.tenant;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key in the clear: {@code key_}, 26 characters of its id, a dot, and 32 random octets in
 * base64url. Shown once, when it is made; what is stored is {@link #hash()}. A plain SHA-256 is
 * enough for 256 random bits: there is nothing to guess.
 *
 * @param id the public half
 * @param secret the other half
 */
public record ApiKey(KeyId id, String secret) {
    private static final int SECRET_OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key. */
    public static ApiKey mint(UUID id) {
        byte[] secret = new byte[SECRET_OCTETS];
        RANDOM.nextBytes(secret);
        return new ApiKey(
                new KeyId(id), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads what a caller presented, or null if it has not the form of a key. */
    public static @Nullable ApiKey parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            return new ApiKey(KeyId.parse(text.substring(0, dot)), text.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What is stored and compared. */
    public Octets hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Octets.wrap(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The key as its owner sees it, once. */
    public String reveal() {
        return id + "." + secret;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
