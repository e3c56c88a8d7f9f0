package io.inlet.app;

import io.inlet.code.CodeExtractor;
import io.inlet.config.Settings;
import io.inlet.id.Uuid7;
import io.inlet.intake.Composer;
import io.inlet.intake.KeyedHash;
import io.inlet.intake.Preparer;
import io.inlet.persistence.CommitSettings;
import io.inlet.persistence.ContentKeys;
import io.inlet.persistence.DatabasePools;
import io.inlet.persistence.EmbeddedServer;
import io.inlet.persistence.MasterKeys;
import io.inlet.persistence.Partitions;
import io.inlet.persistence.PostgresMessages;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.Envelope;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.UserData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a gateway of an earlier version did to the database of one that does not run now: it kept
 * messages whose codes it read by its own rules.
 *
 * @param rules its rules for codes
 */
record FormerGateway(Path directory, CodeExtractor rules) {
    /** Keeps a message that comes now, over the first bind. */
    void keep(String number, String text) {
        Settings settings = Launches.of(directory).settings();
        InstantSource clock = InstantSource.system();
        MasterKeys keys = MasterKeys.create(settings.keys().directory());
        int lanes = settings.intake().lanes();
        try (EmbeddedServer server = EmbeddedServer.start(settings.database(), step -> {});
                DatabasePools pools =
                        DatabasePools.open(server.login(), settings.database(), lanes, clock);
                Partitions partitions = new Partitions(pools.intake(), clock)) {
            Composer composer = new Composer(rules);
            PostgresMessages messages =
                    new PostgresMessages(
                            new PostgresMessages.Ground(
                                    pools.intake(),
                                    new ContentKeys(pools.intake(), keys),
                                    partitions,
                                    clock),
                            composer,
                            CommitSettings.DEFAULT);
            Instant now = clock.instant();
            Object bind = pools.readers().dsl().fetchValue("SELECT bind_id FROM bind");
            Segment segment = segment((UUID) Objects.requireNonNull(bind), number, text, now);
            MessageId id = new MessageId(Uuid7.mint(now));
            Preparer preparer = new Preparer(new KeyedHash(keys.hashKey()), composer);
            messages.commit(List.of(preparer.prepare(segment, id)));
        }
    }

    private static Segment segment(UUID bind, String number, String text, Instant now) {
        Address source = new Address(5, 0, "Lindenhof");
        Address destination = new Address(1, 1, number);
        Octets octets = Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE));
        return new Segment(
                new Origin("acme", new BindId(bind), SessionId.NONE, true),
                now,
                Answered.NOTHING,
                source,
                destination,
                Envelope.of(source, destination),
                new UserData(Alphabet.UCS2, Octets.EMPTY, octets),
                null,
                Segment.CarrierFacts.NONE,
                octets);
    }
}
