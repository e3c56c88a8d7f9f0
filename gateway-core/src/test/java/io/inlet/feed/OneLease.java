package io.inlet.feed;

import io.inlet.code.CodeReading;
import io.inlet.code.SampleReading;
import io.inlet.id.Uuid7;
import io.inlet.lease.Availability;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseStore;
import io.inlet.lease.Purpose;
import io.inlet.number.NumberId;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageReader;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Msisdn;
import io.inlet.sms.Sender;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The feed, messages and lease store of a single lease; counts its looks and how many overlap. */
class OneLease implements FeedReader, MessageReader, LeaseStore {
    static final TenantId TENANT = new TenantId(new UUID(1, 1));
    static final LeaseId LEASE = new LeaseId(new UUID(2, 2));

    /** A read takes a moment, so that others could overlap with it. */
    private static final long READ_NANOS = 100_000;

    final Wakeups wakeups = new Wakeups();

    /** Those that are over. */
    final AtomicInteger looks = new AtomicInteger();

    final AtomicInteger overlap = new AtomicInteger();
    private final AtomicInteger reading = new AtomicInteger();
    private final List<FeedEntry> feed = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<MessageId, Message> messages = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Version, Message> versions = new ConcurrentHashMap<>();

    private record Version(MessageId message, int version) {}

    CodeWaits.Ports ports() {
        return new CodeWaits.Ports(this, this, this, wakeups);
    }

    /** A code is committed; nobody is told yet. */
    synchronized FeedEntry commit(Instant at, @Nullable String code) {
        Message message = message(new MessageId(Uuid7.mint(at)), at, code, 1);
        keep(message);
        FeedEntry entry =
                new FeedEntry(
                        new EventId(Uuid7.mint(at)),
                        cursor(at, feed.size() + 1),
                        code == null ? EventType.MESSAGE_RECEIVED : EventType.CODE_RECEIVED,
                        at,
                        LEASE,
                        message.id(),
                        1);
        feed.add(entry);
        return entry;
    }

    /** A message has a later version; nobody is told yet. */
    synchronized FeedEntry revise(FeedEntry born, @Nullable String code, boolean newCode) {
        MessageId id = Objects.requireNonNull(born.message());
        Instant at = Instant.now();
        Message message =
                message(id, at, code, Objects.requireNonNull(messages.get(id)).version() + 1);
        keep(message);
        FeedEntry entry =
                new FeedEntry(
                        new EventId(Uuid7.mint(at)),
                        cursor(at, feed.size() + 1),
                        EventType.MESSAGE_REVISED,
                        at,
                        LEASE,
                        id,
                        message.version(),
                        new Revised(Revised.Cause.COMPLETED, newCode));
        feed.add(entry);
        return entry;
    }

    private void keep(Message message) {
        messages.put(message.id(), message);
        versions.put(new Version(message.id(), message.version()), message);
    }

    /** The lease is released; nobody is told yet. */
    synchronized FeedEntry release(Instant at) {
        FeedEntry entry =
                new FeedEntry(
                        new EventId(Uuid7.mint(at)),
                        cursor(at, feed.size() + 1),
                        EventType.LEASE_RELEASED,
                        at,
                        LEASE,
                        null,
                        0);
        feed.add(entry);
        return entry;
    }

    /** Something happens on another lease of the tenant. */
    synchronized void commitElsewhere(Instant at) {
        feed.add(
                new FeedEntry(
                        new EventId(Uuid7.mint(at)),
                        cursor(at, feed.size() + 1),
                        EventType.CODE_RECEIVED,
                        at,
                        new LeaseId(new UUID(2, 3)),
                        null,
                        0));
    }

    void tell(FeedEntry entry) {
        MessageId message = entry.message();
        Message told = message == null ? null : versions.get(new Version(message, entry.version()));
        wakeups.published(List.of(new Publication(entry, told)));
    }

    static Cursor cursor(Instant at, long sequence) {
        return new Cursor(TENANT, at.atOffset(ZoneOffset.UTC).toLocalDate(), sequence);
    }

    @Override
    public Cursor head(TenantId tenant) {
        return feed.isEmpty() ? cursor(Instant.now(), 0) : feed.getLast().cursor();
    }

    @Override
    public FeedLook look(FeedQuery query) {
        overlap.accumulateAndGet(reading.incrementAndGet(), Math::max);
        try {
            LockSupport.parkNanos(READ_NANOS);
            List<FeedEntry> now = List.copyOf(feed);
            Instant since = query.since();
            List<FeedEntry> found =
                    now.stream()
                            .filter(e -> e.cursor().sequence() > query.after().sequence())
                            .filter(e -> since == null || !e.at().isBefore(since))
                            .filter(e -> query.lease().equals(e.lease()))
                            .filter(e -> query.types().contains(e.type()))
                            .limit(query.limit())
                            .toList();
            Cursor head = now.isEmpty() ? cursor(Instant.now(), 0) : now.getLast().cursor();
            return new FeedLook(find(query.after().tenant(), query.lease()), head, found);
        } finally {
            reading.decrementAndGet();
            looks.incrementAndGet();
        }
    }

    @Override
    public List<Message> read(TenantId tenant, LeaseId lease, List<MessageId> ids) {
        return ids.stream().filter(messages::containsKey).map(messages::get).toList();
    }

    @Override
    public @Nullable Message read(TenantId tenant, LeaseId lease, MessageId id, int version) {
        return versions.get(new Version(id, version));
    }

    @Override
    public void delivered(List<MessageId> ids) {}

    @Override
    public Availability availability(
            Environment environment, LeaseRequest.Wanted wanted, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Lease find(TenantId tenant, LeaseId id) {
        Instant start = Instant.now().minusSeconds(60);
        return !tenant.equals(TENANT) || !id.equals(LEASE)
                ? null
                : new Lease(
                        LEASE,
                        TENANT,
                        null,
                        new NumberId(new UUID(3, 3)),
                        new Msisdn("4915550001"),
                        new Lease.Terms(Purpose.QA_TESTING, "", null, start),
                        new Lease.Period(
                                start,
                                start.plusSeconds(3_600),
                                start.plusSeconds(7_200),
                                start.plusSeconds(9_000)),
                        false);
    }

    @Override
    public LeaseOutcome create(Caller caller, LeaseRequest request, Lease.Period period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lease> list(TenantId tenant, @Nullable LeaseId after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LeaseOutcome extend(Caller caller, LeaseId id, Duration by, Duration longest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LeaseOutcome release(Caller caller, LeaseId id, Instant at) {
        throw new UnsupportedOperationException();
    }

    private static Message message(MessageId id, Instant at, @Nullable String code, int version) {
        CodeReading reading = SampleReading.of(code).kind(CodeReading.Kind.ONE_TIME_CODE).reading();
        Sender sender = new Sender("Acme", Sender.Kind.ALPHANUMERIC, 5, 0, "Acme");
        return new Message(
                id,
                LEASE,
                new Msisdn("4915550001"),
                null,
                new Content(
                        "text",
                        sender,
                        new Address(1, 1, "x"),
                        reading,
                        List.of(),
                        Encoding.of(Alphabet.GSM7),
                        null,
                        List.of()),
                new Message.Times(at, at, null),
                MessageStatus.RECEIVED,
                Message.Segments.complete(1),
                1,
                version,
                true);
    }
}
