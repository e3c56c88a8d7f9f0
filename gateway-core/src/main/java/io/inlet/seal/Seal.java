package io.inlet.seal;

import io.inlet.sms.Octets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under a content key. What is sealed is bound to the row it stands in, so that
 * swapping two rows is noticed. Form: one octet of version, 12 of nonce, ciphertext, 16 of tag.
 * Nonces are random: safe for 2^32 seals a key, and a day key sees fewer (NIST SP 800-38D, section
 * 8.3). Any thread may call it.
 */
public final class Seal {
    private static final byte VERSION = 1;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /**
     * Seals.
     *
     * @param row the id of the row that will hold the result
     * @param version the version of that row
     */
    public static Octets seal(ContentKey key, UUID row, int version, byte[] plain) {
        byte[] nonce = new byte[NONCE_OCTETS];
        RANDOM.nextBytes(nonce);
        byte[] sealed = new byte[1 + NONCE_OCTETS + plain.length + TAG_BITS / Byte.SIZE];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_OCTETS);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, row, version);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
        return Octets.wrap(sealed);
    }

    /**
     * Opens what {@link #seal} made for the same key, row and version.
     *
     * @throws BrokenSealException if it was made for another, or was changed since
     */
    public static byte[] open(ContentKey key, UUID row, int version, Octets sealed) {
        byte[] octets = sealed.array();
        if (octets.length < 1 + NONCE_OCTETS + TAG_BITS / Byte.SIZE || octets[0] != VERSION) {
            throw new BrokenSealException("not sealed content of version " + VERSION);
        }
        byte[] nonce = sealed.slice(1, 1 + NONCE_OCTETS).array();
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, row, version);
            return cipher.doFinal(octets, 1 + NONCE_OCTETS, octets.length - 1 - NONCE_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("content of row " + row + " does not open", e);
        }
    }

    private static Cipher cipher(int mode, ContentKey key, byte[] nonce, UUID row, int version)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                ByteBuffer.allocate(Long.BYTES + Long.BYTES + Integer.BYTES)
                        .putLong(row.getMostSignificantBits())
                        .putLong(row.getLeastSignificantBits())
                        .putInt(version)
                        .flip());
        return cipher;
    }
}
