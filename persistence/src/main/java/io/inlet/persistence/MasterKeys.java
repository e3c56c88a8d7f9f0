package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.INSTALLATION;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys outside the database: the master key, which wraps content keys, and the hash key, which
 * names things derived from content. Each is a Tink keyset in a file of its own. Immutable; any
 * thread.
 */
public final class MasterKeys {
    private static final String MASTER = "master.json";
    private static final String HASH = "hash.json";
    private static final byte[] CHECK = "inlet key check".getBytes(StandardCharsets.UTF_8);

    private final Aead master;
    private final SecretKey hashKey;

    private MasterKeys(KeysetHandle master, KeysetHandle hash) throws GeneralSecurityException {
        this.master = master.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.hashKey = secretKey((HmacKey) hash.getPrimary().getKey());
    }

    // Tink's own Mac appends a key id, and is slower than the JCA's on the path of each message.
    @AccessesPartialKey
    private static SecretKey secretKey(HmacKey key) {
        byte[] octets = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        return new SecretKeySpec(octets, "HmacSHA256");
    }

    /**
     * Opens the keys of a directory, making what is missing. Keys made by mistake do no harm: a
     * database that was written with others refuses them.
     *
     * @throws KeysRefusedException if a file cannot be written or used
     */
    public static MasterKeys create(Path directory) {
        try {
            register();
            KeyFiles files = new KeyFiles(directory);
            files.makeIfAbsent(
                    MASTER, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            files.makeIfAbsent(
                    HASH, KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be generated", e);
        }
        return open(directory);
    }

    /**
     * Opens the keys of a directory.
     *
     * @throws KeysRefusedException if a file is absent, readable by others, or no such key
     */
    public static MasterKeys open(Path directory) {
        try {
            register();
            KeyFiles files = new KeyFiles(directory);
            return new MasterKeys(files.read(MASTER), files.read(HASH));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new KeysRefusedException(
                    "the keys in %s are of another kind: put back the files that this gateway made"
                            .formatted(directory),
                    e);
        }
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
    }

    /** The key for HMAC-SHA-256 of what must not be guessed: 256 bits. */
    public SecretKey hashKey() {
        return hashKey;
    }

    /** Wraps a content key for its row. */
    public byte[] wrap(UUID keyId, byte[] contentKey) {
        try {
            return master.encrypt(contentKey, octets(keyId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be wrapped", e);
        }
    }

    /**
     * Unwraps what {@link #wrap} made for the same id.
     *
     * @throws KeysRefusedException if it was made for another id or under another master key
     */
    public byte[] unwrap(UUID keyId, byte[] wrapped) {
        try {
            return master.decrypt(wrapped, octets(keyId));
        } catch (GeneralSecurityException e) {
            throw new KeysRefusedException(
                    "content key %s does not open: its row was changed, or the master key that wrapped it is gone from master.json"
                            .formatted(keyId),
                    e);
        }
    }

    /**
     * Proves that these are the keys which a database was written with; the first to come sets
     * them.
     *
     * @throws KeysRefusedException if they are others
     */
    public void checkAgainst(Database database) {
        byte[] mine = checkValue();
        try {
            database.dsl()
                    .insertInto(INSTALLATION, INSTALLATION.KEY_CHECK)
                    .values(master.encrypt(mine, CHECK))
                    .onConflictDoNothing()
                    .execute();
            byte[] there =
                    database.dsl()
                            .select(INSTALLATION.KEY_CHECK)
                            .from(INSTALLATION)
                            .fetchSingle(INSTALLATION.KEY_CHECK);
            if (MessageDigest.isEqual(mine, master.decrypt(there, CHECK))) {
                return;
            }
        } catch (GeneralSecurityException e) {
            // Wrapped by another master key: the same refusal.
        }
        throw new KeysRefusedException(
                "the keys at hand are not those that this database was written with: put back master.json and hash.json of this installation");
    }

    // Of the hash key, so that the check holds for both.
    private byte[] checkValue() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            return mac.doFinal(CHECK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static byte[] octets(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
