package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.MESSAGES;

import io.inlet.code.CodeExtractor;
import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Composer;
import io.inlet.intake.Disposition;
import io.inlet.intake.KeyedHash;
import io.inlet.intake.Preparer;
import io.inlet.intake.Submission;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.persistence.TestRows.TestNumber;
import io.inlet.persistence.jooq.tables.records.MessagesRecord;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.StoredPduReader;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The stores of messages over one test database, and short ways to use them. */
final class Stores implements AutoCloseable {
    /**
     * Noon, so that a test moves by hours without crossing a day unless it means to; of a day that
     * the feed's head, made by the real clock, has not reached.
     */
    static final Instant NOON = Instant.parse("2040-03-05T12:00:00Z");

    final TestDatabase db;
    final SettableClock clock = new SettableClock(NOON);
    final ContentKeys keys;
    final Partitions partitions;
    final PostgresMessages messages;
    final PostgresFeed feed;
    final PostgresMessageReader reader;
    final OverdueMessages overdue;
    final Wakeups wakeups = new Wakeups();
    private final KeyedHash hash;
    private final Composer composer;

    Stores(TestDatabase db) {
        this(db, CommitSettings.DEFAULT);
    }

    Stores(TestDatabase db, CommitSettings settings) {
        this(db, settings, Sms.COMPOSER);
    }

    /** With another composer for what is made inside a commit. */
    Stores(TestDatabase db, CommitSettings settings, Composer composer) {
        this.db = db;
        this.composer = composer;
        this.hash = new KeyedHash(db.keys().hashKey());
        this.keys = new ContentKeys(db.database(), db.keys());
        this.partitions = new Partitions(db.database(), clock);
        this.messages =
                new PostgresMessages(
                        new PostgresMessages.Ground(db.database(), keys, partitions, clock),
                        composer,
                        settings);
        this.overdue = new OverdueMessages(messages, wakeups);
        this.feed = new PostgresFeed(db.database());
        this.reader = new PostgresMessageReader(db.database(), keys);
    }

    /** A number and the lease on it. */
    record Leased(Caller caller, TestNumber number, LeaseId lease) {
        String msisdn() {
            return number.msisdn().digits();
        }

        TenantId tenant() {
            return caller.tenant();
        }
    }

    /** Makes the tables of the clock's day, for those who tell events without a message. */
    Stores withTables() {
        partitions.ensure(List.of(PgTime.utcDay(clock.instant())));
        return this;
    }

    /** A lease of a new tenant on a new number, from two hours before noon to two hours after. */
    Leased leased(Environment environment) {
        return leased(db.rows().tenant(environment));
    }

    Leased leased(Caller caller) {
        TestNumber number = db.rows().numbers(caller.environment(), 1).getFirst();
        return new Leased(caller, number, db.rows().lease(caller, number.id(), period()));
    }

    static Lease.Period period() {
        return new Lease.Period(
                NOON.minus(Duration.ofHours(2)),
                NOON.plus(Duration.ofHours(2)),
                NOON.plus(Duration.ofHours(4)),
                NOON.plus(Duration.ofHours(28)));
    }

    void clockAt(Instant instant) {
        clock.advance(Duration.between(clock.instant(), instant));
    }

    Disposition commit(Sms sms) {
        return commit(List.of(sms)).getFirst();
    }

    List<Disposition> commit(List<Sms> batch) {
        return messages.commit(submissions(batch)).dispositions();
    }

    List<Submission> submissions(List<Sms> batch) {
        return batch.stream().map(sms -> sms.submission(hash)).toList();
    }

    Submission raw(Sms sms) {
        return sms.raw(hash);
    }

    /** What the lessee sees, read as a consumer reads it: by the feed, then the messages. */
    List<Message> seenBy(Leased leased) {
        List<MessageId> ids =
                events(leased).stream()
                        .map(FeedEntry::message)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return reader.read(leased.tenant(), leased.lease(), ids);
    }

    List<String> textsSeenBy(Leased leased) {
        return seenBy(leased).stream().map(Message::content).map(Content::text).toList();
    }

    List<FeedEntry> events(Leased leased) {
        var start = new Cursor(leased.tenant(), LocalDate.EPOCH, 0);
        return feed.read(
                new FeedQuery(start, leased.lease(), EnumSet.allOf(EventType.class), 1000));
    }

    MessagesRecord row(MessageId id) {
        return db.database().dsl().fetchSingle(MESSAGES, MESSAGES.MESSAGE_ID.eq(id.uuid()));
    }

    /** Has leases follow their tenants and consents, when it is told to. */
    HoldKeeper holdKeeper() {
        return new HoldKeeper(
                new HoldKeeper.Ground(db.database(), keys, db.keys(), clock), wakeups);
    }

    /** Reads failures again by this reader. */
    PostgresFailures failures(StoredPduReader pdus) {
        return new PostgresFailures(
                db.database(),
                keys,
                messages,
                new PostgresFailures.Ports(pdus, () -> new Preparer(hash, composer), wakeups));
    }

    /** Decodes messages again by this reader. */
    PostgresRedecoding redecoding(StoredPduReader pdus) {
        return redecoding(pdus, composer);
    }

    PostgresRedecoding redecoding(StoredPduReader pdus, Composer composer) {
        return new PostgresRedecoding(
                db.database(), messages, pdus, new PostgresRedecoding.Reading(composer, wakeups));
    }

    PostgresRereading rereading() {
        return new PostgresRereading(db.database(), messages, composer, wakeups);
    }

    /** Reads codes again by these rules. */
    PostgresRereading rereading(CodeExtractor rules) {
        return new PostgresRereading(db.database(), messages, new Composer(rules), wakeups);
    }

    void suspend(Leased leased, boolean suspended) {
        db.database()
                .dsl()
                .update(LEASE)
                .set(LEASE.HOLDS, suspended ? new String[] {"operator"} : new String[0])
                .where(LEASE.LEASE_ID.eq(leased.lease().uuid()))
                .execute();
    }

    static MessageId id(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Stored stored -> stored.id();
            case Disposition.Redelivered redelivered -> redelivered.id();
            case Disposition.Quarantined quarantined -> quarantined.id();
            case Disposition.AwaitingSegments _, Disposition.Deferred _ ->
                    throw new AssertionError("no id in " + disposition);
        };
    }

    static Stream<Disposition> stored(List<Disposition> dispositions) {
        return dispositions.stream().filter(Disposition.Stored.class::isInstance);
    }

    @Override
    public void close() {
        reader.close();
        overdue.close();
        partitions.close();
    }
}
