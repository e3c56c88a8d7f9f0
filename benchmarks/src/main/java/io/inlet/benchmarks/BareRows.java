package io.inlet.benchmarks;

import io.inlet.code.CueExtractor;
import io.inlet.feed.EventType;
import io.inlet.id.Uuid7;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.ContentKey;
import io.inlet.seal.Seal;
import io.inlet.simulator.run.Destinations;
import io.inlet.simulator.run.LoadMessages;
import io.inlet.simulator.run.LoadText;
import io.inlet.sms.Address;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Sender;
import io.inlet.sms.SenderReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rows that messages of a load make in messages, delivery and feed, of the same sizes and with
 * the same spread of keys as the gateway's: ten tenants, a hundred leases each. For one thread.
 */
final class BareRows {
    private static final int LEASES_OF_A_TENANT = ClosedLoop.NUMBERS / LeasedNumbers.TENANTS;
    private static final int BUFFER = 4 << 20;
    private static final Instant EPOCH_OF_POSTGRES = Instant.parse("2000-01-01T00:00:00Z");
    private static final byte[] SANDBOX = "sandbox".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RECEIVED = "received".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EVENT =
            EventType.CODE_RECEIVED.wireName().getBytes(StandardCharsets.UTF_8);
    private static final Comparator<UUID> AS_POSTGRES_ORDERS =
            (a, b) -> Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());

    private final CopyRows messages =
            new CopyRows(
                    "messages",
                    "message_id, tenant_id, environment, lease_id, number_id, bind_id,"
                            + " content_key_id, status, quarantine_reason, routing_tag, received_at,"
                            + " completed_at, sent_at, segments_have, segments_total,"
                            + " delivery_count, simulated, sealed",
                    BUFFER);
    private final CopyRows deliveries =
            new CopyRows("delivery", "fingerprint, message_id, session_id, arrived_at", BUFFER);
    private final CopyRows events =
            new CopyRows(
                    "feed",
                    "tenant_id, day, sequence, event_id, type, at, lease_id, message_id, version",
                    BUFFER);

    private final UUID[] tenants = random(LeasedNumbers.TENANTS);
    private final UUID[] leases = random(ClosedLoop.NUMBERS);
    private final UUID[] numbers = random(ClosedLoop.NUMBERS);
    private final UUID[] keys = random(ClosedLoop.NUMBERS);
    private final UUID[] bindAndSession = random(2);
    private final long[] sequences = new long[LeasedNumbers.TENANTS];
    private final byte[] sealed = sealed();
    private long made;

    private static UUID[] random(int count) {
        UUID[] ids = new UUID[count];
        Arrays.setAll(ids, _ -> random());
        return ids;
    }

    private static UUID random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    // What content costs is not measured here, so all rows have the same.
    private static byte[] sealed() {
        LoadMessages load = new LoadMessages(new Destinations("999000000100", 1), "Acme");
        String text = LoadText.text(1, Readers.nowMicros());
        Sender sender = SenderReader.read(new Address(Address.TON_ALPHANUMERIC, 0, "Acme"));
        Content content =
                new Content(
                        text,
                        sender,
                        new Address(Address.TON_INTERNATIONAL, 1, "999000000100"),
                        new CueExtractor().read(text, sender.display()),
                        load.message(1, Readers.nowMicros()).pdus().stream()
                                .map(pdu ->
                                        new ReceivedPart(
                                                1, new BindId(random()), Instant.now(), pdu))
                                .toList());
        ContentKey key = ContentKey.of(random(), new byte[ContentKey.OCTETS]);
        return Seal.seal(key, random(), 1, ContentCodec.encode(content)).array();
    }

    /** Writes the rows of so many messages, in the order of the gateway's commit. */
    void write(Connection connection, int count) throws SQLException {
        Instant now = Instant.now();
        long micros = ChronoUnit.MICROS.between(EPOCH_OF_POSTGRES, now);
        UUID[] ids = new UUID[count];
        Arrays.setAll(ids, _ -> Uuid7.mint(now));
        UUID[] fingerprints = random(count);
        Arrays.sort(fingerprints, AS_POSTGRES_ORDERS);
        deliveries.begin();
        messages.begin();
        events.begin();
        int day =
                Math.toIntExact(
                        ChronoUnit.DAYS.between(
                                LocalDate.of(2000, 1, 1),
                                LocalDate.ofInstant(now, ZoneOffset.UTC)));
        for (int i = 0; i < count; i++) {
            int lease = (int) (made++ % ClosedLoop.NUMBERS);
            deliveries.row().uuid(fingerprints[i]).uuid(ids[i]).uuid(bindAndSession[1]);
            deliveries.bigint(micros);
            message(ids[i], lease, micros);
            event(ids[i], lease, day).bigint(micros).uuid(leases[lease]).uuid(ids[i]).integer(1);
        }
        for (CopyRows rows : List.of(deliveries, messages, events)) {
            rows.send(connection);
        }
    }

    private void message(UUID id, int lease, long micros) {
        messages.row()
                .uuid(id)
                .uuid(tenants[lease / LEASES_OF_A_TENANT])
                .octets(SANDBOX)
                .uuid(leases[lease])
                .uuid(numbers[lease])
                .uuid(bindAndSession[0])
                .uuid(keys[lease])
                .octets(RECEIVED)
                .none()
                .none()
                .bigint(micros)
                .bigint(micros)
                .none()
                .smallint(1)
                .smallint(1)
                .integer(1)
                .yes()
                .octets(sealed);
    }

    private CopyRows event(UUID id, int lease, int day) {
        int tenant = lease / LEASES_OF_A_TENANT;
        return events.row()
                .uuid(tenants[tenant])
                .integer(day)
                .bigint(++sequences[tenant])
                .uuid(Uuid7.mint(Uuid7.time(id)))
                .octets(EVENT);
    }
}
