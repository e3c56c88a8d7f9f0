package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;

import io.inlet.id.Uuid7;
import io.inlet.seal.ContentKey;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Record2;

/**
 * The content keys of the database, unwrapped. It remembers what it unwrapped, which costs
 * microseconds; whether a key still exists is said by its row alone, so whoever reads content
 * fetches that row with it. Any thread.
 */
public final class ContentKeys {
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_DAYS = 400;

    private final Database database;
    private final MasterKeys master;
    private final SecureRandom random = new SecureRandom();
    private final RecentlyUsed<UUID, ContentKey> open = new RecentlyUsed<>(MOST_REMEMBERED);
    private final RecentlyUsed<LocalDate, ContentKey> days = new RecentlyUsed<>(MOST_DAYS);

    public ContentKeys(Database database, MasterKeys master) {
        this.database = database;
        this.master = master;
    }

    /**
     * A key from its row.
     *
     * @throws KeysRefusedException if it was wrapped by another master key
     */
    ContentKey open(UUID id, byte[] wrapped) {
        ContentKey known = open.get(id);
        if (known != null) {
            return known;
        }
        ContentKey key = ContentKey.of(id, master.unwrap(id, wrapped));
        open.put(id, key);
        return key;
    }

    /**
     * The key of a UTC day, for what arrives on it and has no lease; made when there is none.
     * Blocks on a connection of its own unless the key is remembered.
     *
     * @throws io.inlet.intake.StoreUnavailableException if the database does not answer
     */
    ContentKey ofDay(LocalDate day) {
        ContentKey known = days.get(day);
        if (known != null) {
            return known;
        }
        ContentKey key = stored(day);
        days.put(day, key);
        return key;
    }

    // Two gateways may come at once: the first one's key stands, and both read it.
    private ContentKey stored(LocalDate day) {
        UUID id = Uuid7.mint(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        byte[] octets = new byte[ContentKey.OCTETS];
        random.nextBytes(octets);
        database.dsl()
                .insertInto(CONTENT_KEY)
                .set(CONTENT_KEY.CONTENT_KEY_ID, id)
                .set(CONTENT_KEY.DAY, day)
                .set(CONTENT_KEY.WRAPPED, master.wrap(id, octets))
                .onConflictDoNothing()
                .execute();
        Record2<UUID, byte[]> row =
                database.dsl()
                        .select(CONTENT_KEY.CONTENT_KEY_ID, CONTENT_KEY.WRAPPED)
                        .from(CONTENT_KEY)
                        .where(CONTENT_KEY.DAY.eq(day))
                        .fetchSingle();
        return open(row.value1(), row.value2());
    }
}
