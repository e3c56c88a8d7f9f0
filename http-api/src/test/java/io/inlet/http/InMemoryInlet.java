package io.inlet.http;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentOutcome;
import io.inlet.consent.ConsentRecord;
import io.inlet.consent.ConsentStore;
import io.inlet.feed.CodeWaits;
import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedLook;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.FeedReader;
import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.feed.Wakeups;
import io.inlet.id.Uuid7;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.lease.Availability;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseState;
import io.inlet.lease.LeaseStore;
import io.inlet.number.BadLines;
import io.inlet.number.Coverage;
import io.inlet.number.ImportOutcome;
import io.inlet.number.KnownNumber;
import io.inlet.number.LineType;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberId;
import io.inlet.number.NumberLine;
import io.inlet.number.NumberPosition;
import io.inlet.number.NumberStore;
import io.inlet.number.PoolNumber;
import io.inlet.number.StandingOutcome;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageReader;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.AccessStore;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.KeyId;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantOrder;
import io.inlet.tenant.TenantOrders;
import io.inlet.tenant.TenantOutcome;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stores in memory: their contracts, and nothing of how PostgreSQL keeps them. */
final class InMemoryInlet
        implements TenantStore,
                TenantOrders,
                ConsentStore,
                NumberStore,
                AccessStore,
                LeaseStore,
                FeedReader,
                MessageReader {
    final Wakeups wakeups = new Wakeups();
    private final InstantSource clock;
    private final Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
    private final Map<KeyId, ApiKey> keys = new HashMap<>();
    private final Map<KeyId, Caller> callers = new HashMap<>();
    private final Map<ProfileId, ProfileStatus> profiles = new HashMap<>();
    private final Map<ConsentId, Consent> consents = new HashMap<>();
    private final Map<ConsentId, TenantId> consenting = new HashMap<>();
    private final Map<ConsentId, Instant> withdrawn = new HashMap<>();
    private final Map<Msisdn, PoolNumber> pool = new LinkedHashMap<>();
    private final Map<Msisdn, NumberId> ids = new HashMap<>();
    private final Map<NumberId, List<NumberChange>> histories = new HashMap<>();
    private final Map<LeaseId, Lease> leases = new LinkedHashMap<>();
    private final Set<Msisdn> taken = new HashSet<>();
    private final Map<TenantId, List<FeedEntry>> feeds = new HashMap<>();
    private final Map<MessageId, Message> messages = new HashMap<>();
    private final Map<Version, Message> versions = new HashMap<>();
    private final Set<MessageId> delivered = new HashSet<>();
    private boolean away;

    private record Version(MessageId message, int version) {}

    InMemoryInlet(InstantSource clock) {
        this.clock = clock;
    }

    CodeWaits.Ports ports() {
        return new CodeWaits.Ports(this, this, this, wakeups);
    }

    /** From now on every call fails, or works again. */
    synchronized void setAway(boolean now) {
        away = now;
    }

    synchronized void revoke(KeyId key) {
        keys.remove(key);
    }

    synchronized Set<MessageId> delivered() {
        return Set.copyOf(delivered);
    }

    synchronized void suspend(LeaseId id) {
        Lease l = Objects.requireNonNull(leases.get(id));
        leases.put(
                id,
                new Lease(
                        l.id(),
                        l.tenant(),
                        l.profile(),
                        l.number(),
                        l.msisdn(),
                        l.terms(),
                        l.period(),
                        true));
    }

    /** A message arrives for a lease. */
    FeedEntry arrive(LeaseId id, Content content) {
        return arrive(id, content, Message.Segments.complete(1));
    }

    /** A message arrives for a lease, or as much of it as came in time. */
    FeedEntry arrive(LeaseId id, Content content, Message.Segments segments) {
        FeedEntry entry;
        Message message;
        synchronized (this) {
            Lease lease = Objects.requireNonNull(leases.get(id));
            message = SampleMessages.message(lease, content, clock.instant(), segments);
            keep(message);
            entry =
                    append(
                            lease,
                            content.reading().code() == null
                                    ? EventType.MESSAGE_RECEIVED
                                    : EventType.CODE_RECEIVED,
                            message.id(),
                            null);
        }
        wakeups.published(List.of(new Publication(entry, message)));
        return entry;
    }

    /** A message gets a later version. */
    FeedEntry revise(FeedEntry born, Content content, Revised revised) {
        MessageId id = Objects.requireNonNull(born.message());
        FeedEntry entry;
        Message message;
        synchronized (this) {
            Message former = Objects.requireNonNull(messages.get(id));
            Lease lease = Objects.requireNonNull(leases.get(former.lease()));
            message = SampleMessages.revised(former, content);
            keep(message);
            entry = append(lease, EventType.MESSAGE_REVISED, id, revised);
        }
        wakeups.published(List.of(new Publication(entry, message)));
        return entry;
    }

    private void keep(Message message) {
        messages.put(message.id(), message);
        versions.put(new Version(message.id(), message.version()), message);
    }

    @Override
    public synchronized Tenant createTenant(LegalEntity entity, Environment environment) {
        available();
        Tenant tenant = new Tenant(new TenantId(mint()), entity, environment);
        tenants.put(tenant.id(), tenant);
        feeds.put(tenant.id(), new ArrayList<>());
        return tenant;
    }

    @Override
    public synchronized List<Tenant> tenants() {
        available();
        return List.copyOf(tenants.values());
    }

    @Override
    public synchronized TenantOutcome order(TenantId id, TenantOrder order, String by) {
        Tenant tenant = tenants.get(id);
        if (tenant == null) {
            return new TenantOutcome.NotFound();
        }
        Tenant.Rights was = tenant.rights();
        if (order instanceof TenantOrder.Become(var next)
                && !was.standing().state().mayBecome(next.state())) {
            return new TenantOutcome.WrongState(was.standing().state());
        }
        Tenant.Rights now =
                switch (order) {
                    case TenantOrder.Become(var standing) ->
                            new Tenant.Rights(standing, was.verified(), was.purposes());
                    case TenantOrder.Verify(var verified) ->
                            new Tenant.Rights(was.standing(), verified, was.purposes());
                    case TenantOrder.Allow(var purposes) ->
                            new Tenant.Rights(was.standing(), was.verified(), purposes);
                };
        Tenant changed =
                new Tenant(
                        id,
                        tenant.entity(),
                        tenant.environment(),
                        now,
                        tenant.parent(),
                        tenant.owner());
        tenants.put(id, changed);
        return new TenantOutcome.Done(changed);
    }

    private synchronized @Nullable LeaseOutcome held(Caller caller, LeaseRequest request) {
        Tenant.Rights rights = tenant(caller.tenant()).rights();
        TenantStanding standing = rights.standing();
        if (!standing.equals(TenantStanding.ACTIVE)) {
            return new LeaseOutcome.TenantHeld(standing);
        }
        if (caller.environment() == Environment.LIVE && !rights.verified()) {
            return new LeaseOutcome.TenantNotVerified();
        }
        return rights.purposes() == null || rights.purposes().contains(request.purpose())
                ? null
                : new LeaseOutcome.PurposeNotAllowed(request.purpose());
    }

    @Override
    public synchronized ApiKey createPrincipal(TenantId id, String name) {
        Tenant tenant = tenant(id);
        ApiKey key = ApiKey.mint(mint());
        keys.put(key.id(), key);
        callers.put(
                key.id(), new Caller(id, tenant.environment(), new PrincipalId(mint()), key.id()));
        return key;
    }

    @Override
    public synchronized ProfileId createProfile(TenantId id, String name, ProfileStatus status) {
        tenant(id);
        ProfileId profile = new ProfileId(mint());
        profiles.put(profile, status);
        return profile;
    }

    @Override
    public synchronized ConsentId record(TenantId id, Consent consent) {
        tenant(id);
        ConsentId made = new ConsentId(mint());
        consents.put(made, consent);
        consenting.put(made, id);
        return made;
    }

    /** Numbers that nothing is wrong with. */
    void fill(List<PoolNumber> numbers) {
        List<NumberLine> lines = new ArrayList<>();
        numbers.forEach(number -> lines.add(new NumberLine.Good(lines.size() + 1, number)));
        importNumbers(lines.iterator());
    }

    @Override
    public synchronized @Nullable ConsentRecord find(TenantId tenant, ConsentId id) {
        available();
        Consent consent = consents.get(id);
        return consent != null && tenant.equals(consenting.get(id))
                ? new ConsentRecord(id, consent, withdrawn.get(id))
                : null;
    }

    @Override
    public synchronized ConsentOutcome withdraw(TenantId tenant, ConsentId id) {
        if (find(tenant, id) == null) {
            return new ConsentOutcome.NotFound();
        }
        withdrawn.putIfAbsent(id, clock.instant());
        return new ConsentOutcome.Withdrawn(Objects.requireNonNull(find(tenant, id)));
    }

    @Override
    public synchronized ImportOutcome importNumbers(Iterator<NumberLine> lines) {
        available();
        BadLines bad = new BadLines();
        Map<Msisdn, NumberLine.Good> good = new LinkedHashMap<>();
        while (lines.hasNext()) {
            switch (lines.next()) {
                case NumberLine.Bad line -> bad.add(line);
                case NumberLine.Good line -> {
                    NumberLine.Good earlier = good.putIfAbsent(line.number().msisdn(), line);
                    if (earlier != null) {
                        String problem = "msisdn: the same as on line " + earlier.line();
                        bad.add(new NumberLine.Bad(line.line(), problem));
                    }
                    if (!line.number().provenance().carrier().equals("acme")) {
                        String problem = "carrier: none is named so in the settings";
                        bad.add(new NumberLine.Bad(line.line(), problem));
                    }
                }
            }
        }
        if (!bad.isEmpty()) {
            return new ImportOutcome.Refused(bad);
        }
        int before = pool.size();
        good.forEach((msisdn, line) -> pool.putIfAbsent(msisdn, line.number()));
        pool.keySet().forEach(this::known);
        int added = pool.size() - before;
        return new ImportOutcome.Imported(added, good.size() - added);
    }

    private NumberId known(Msisdn msisdn) {
        return ids.computeIfAbsent(
                msisdn,
                _ -> {
                    NumberId id = new NumberId(mint());
                    Instant now = clock.instant();
                    NumberChange.Kind imported = NumberChange.Kind.IMPORTED;
                    histories.put(
                            id,
                            new ArrayList<>(
                                    List.of(
                                            new NumberChange(
                                                    imported, now, null, null, null, null))));
                    return id;
                });
    }

    @Override
    public synchronized void export(Consumer<PoolNumber> each) {
        pool.values().stream()
                .sorted(Comparator.comparing(number -> number.msisdn().digits()))
                .forEach(each);
    }

    @Override
    public synchronized @Nullable NumberId id(Msisdn msisdn) {
        return ids.get(msisdn);
    }

    @Override
    public synchronized @Nullable KnownNumber find(NumberId id) {
        for (PoolNumber number : pool.values()) {
            if (id.equals(ids.get(number.msisdn()))) {
                NumberPosition position = NumberPosition.NEW;
                LeaseId lease = null;
                for (NumberChange change : Objects.requireNonNull(histories.get(id))) {
                    position = position.after(change);
                    lease = change.lease() == null ? lease : change.lease();
                }
                return new KnownNumber(id, number, position, lease);
            }
        }
        return null;
    }

    @Override
    public synchronized List<NumberChange> history(NumberId id, int after, int limit) {
        return histories.getOrDefault(id, List.of()).stream().skip(after).limit(limit).toList();
    }

    @Override
    public synchronized StandingOutcome stand(NumberId id, PoolNumber.Service service) {
        KnownNumber known = find(id);
        if (known == null) {
            return new StandingOutcome.NotFound();
        }
        if (known.position().standing() == service.standing()) {
            return new StandingOutcome.Already(service.standing());
        }
        Objects.requireNonNull(histories.get(id))
                .add(NumberChange.standing(service.standing(), clock.instant(), service.reason()));
        return new StandingOutcome.Changed(Objects.requireNonNull(find(id)));
    }

    @Override
    public synchronized List<Coverage> coverage() {
        Map<List<Object>, Integer> segments = new LinkedHashMap<>();
        for (PoolNumber n : pool.values()) {
            segments.merge(
                    List.of(n.environment(), n.country(), n.lineType(), n.provenance().carrier()),
                    1,
                    Integer::sum);
        }
        List<Coverage> coverage = new ArrayList<>();
        segments.forEach((key, count) ->
                coverage.add(
                        new Coverage(
                                (Environment) key.get(0),
                                (String) key.get(1),
                                (LineType) key.get(2),
                                (String) key.get(3),
                                new Coverage.Counts(count, 0, 0, 0))));
        return coverage;
    }

    @Override
    public synchronized @Nullable Caller authenticate(ApiKey key) {
        available();
        Caller caller = key.equals(keys.get(key.id())) ? callers.get(key.id()) : null;
        return caller == null
                ? null
                : new Caller(
                        caller.tenant(),
                        caller.environment(),
                        caller.principal(),
                        caller.key(),
                        tenant(caller.tenant()).rights().standing());
    }

    @Override
    public LeaseOutcome create(Caller caller, LeaseRequest request, Lease.Period period) {
        return publish(tryCreate(caller, request, period));
    }

    private synchronized LeaseOutcome tryCreate(
            Caller caller, LeaseRequest request, Lease.Period period) {
        LeaseOutcome held = held(caller, request);
        if (held != null) {
            return held;
        }
        if (caller.environment() == Environment.LIVE) {
            if (profiles.get(request.profile()) != ProfileStatus.VERIFIED) {
                return new LeaseOutcome.ProfileNotVerified();
            }
            ConsentRecord consent =
                    request.consent() == null ? null : find(caller.tenant(), request.consent());
            if (consent == null
                    || consent.consent().purpose() != request.purpose()
                    || !consent.isValidAt(clock.instant())) {
                return new LeaseOutcome.ConsentMissing();
            }
        }
        for (PoolNumber number : pool.values()) {
            if (fits(number, caller, request.wanted())) {
                Lease lease =
                        new Lease(
                                new LeaseId(mint()),
                                caller.tenant(),
                                request.profile(),
                                known(number.msisdn()),
                                number.msisdn(),
                                new Lease.Terms(
                                        request.purpose(),
                                        request.justification(),
                                        request.routingTag(),
                                        period.startsAt()),
                                period,
                                false);
                leases.put(lease.id(), lease);
                taken.add(lease.msisdn());
                note(NumberChange.Kind.LEASED, lease);
                return granted(lease, EventType.LEASE_CREATED);
            }
        }
        return new LeaseOutcome.NoNumberAvailable(alternatives(caller, request.wanted()));
    }

    private void note(NumberChange.Kind kind, Lease lease) {
        Objects.requireNonNull(histories.get(lease.number()))
                .add(NumberChange.lease(kind, clock.instant(), lease));
    }

    private boolean fits(PoolNumber number, Caller caller, LeaseRequest.Wanted wanted) {
        return fits(number, caller.environment(), wanted) && !taken.contains(number.msisdn());
    }

    private static boolean fits(
            PoolNumber number, Environment environment, LeaseRequest.Wanted wanted) {
        return number.environment() == environment
                && isOrAny(wanted.msisdn(), number.msisdn())
                && isOrAny(wanted.country(), number.country())
                && isOrAny(wanted.region(), number.traits().region())
                && isOrAny(wanted.areaCode(), number.traits().areaCode())
                && isOrAny(wanted.lineType(), number.lineType())
                && isOrAny(wanted.carrier(), number.provenance().carrier())
                && isOrAny(wanted.residency(), number.traits().residency())
                && number.traits().tags().containsAll(wanted.tags())
                && (wanted.pattern() == null || wanted.pattern().fits(number.msisdn().digits()));
    }

    private static boolean isOrAny(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || wanted.equals(found);
    }

    @Override
    public synchronized Availability availability(
            Environment environment, LeaseRequest.Wanted wanted, Instant at) {
        available();
        List<PoolNumber> fit =
                pool.values().stream().filter(n -> fits(n, environment, wanted)).toList();
        int leased = (int) fit.stream().filter(n -> taken.contains(n.msisdn())).count();
        return new Availability(
                new Availability.Count(fit.size() - leased, false),
                new Availability.Count(leased, false),
                new Availability.Count(0, false));
    }

    private List<Availability.Alternative> alternatives(Caller caller, LeaseRequest.Wanted wanted) {
        return wanted.criteria().stream()
                .map(criterion ->
                        new Availability.Alternative(
                                criterion,
                                availability(
                                                caller.environment(),
                                                wanted.without(criterion),
                                                clock.instant())
                                        .free()))
                .filter(alternative -> alternative.free().count() > 0)
                .toList();
    }

    @Override
    public synchronized @Nullable Lease find(TenantId tenant, LeaseId id) {
        available();
        Lease lease = leases.get(id);
        return lease != null && lease.tenant().equals(tenant) ? lease : null;
    }

    @Override
    public synchronized List<Lease> list(TenantId tenant, @Nullable LeaseId after, int limit) {
        available();
        return leases.values().stream()
                .filter(l -> l.tenant().equals(tenant))
                .filter(l -> after == null || l.id().uuid().compareTo(after.uuid()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public LeaseOutcome extend(Caller caller, LeaseId id, Duration by, Duration longest) {
        return publish(tryExtend(caller, id, by, longest));
    }

    private synchronized LeaseOutcome tryExtend(
            Caller caller, LeaseId id, Duration by, Duration longest) {
        Lease lease = find(caller.tenant(), id);
        if (lease == null) {
            return new LeaseOutcome.NotFound();
        }
        LeaseState state = lease.stateAt(clock.instant());
        if (state != LeaseState.ACTIVE) {
            return new LeaseOutcome.WrongState(state);
        }
        Instant end = lease.period().expiresAt().plus(by);
        if (Duration.between(lease.period().startsAt(), end).compareTo(longest) > 0) {
            return new LeaseOutcome.DurationNotAllowed(Duration.ofMinutes(10), longest);
        }
        return granted(endingAt(lease, end), EventType.LEASE_EXTENDED);
    }

    @Override
    public LeaseOutcome release(Caller caller, LeaseId id, Instant at) {
        return publish(tryRelease(caller, id, at));
    }

    private synchronized LeaseOutcome tryRelease(Caller caller, LeaseId id, Instant at) {
        Lease lease = find(caller.tenant(), id);
        if (lease == null) {
            return new LeaseOutcome.NotFound();
        }
        LeaseState state = lease.stateAt(at);
        return state == LeaseState.ACTIVE
                ? granted(endingAt(lease, at), EventType.LEASE_RELEASED)
                : new LeaseOutcome.WrongState(state);
    }

    @Override
    public synchronized Cursor head(TenantId id) {
        tenant(id);
        List<FeedEntry> feed = Objects.requireNonNull(feeds.get(id));
        return feed.isEmpty() ? cursor(id, 0) : feed.getLast().cursor();
    }

    @Override
    public synchronized FeedLook look(FeedQuery query) {
        available();
        Instant since = query.since();
        TenantId tenant = query.after().tenant();
        List<FeedEntry> found =
                Objects.requireNonNull(feeds.get(query.after().tenant())).stream()
                        .filter(e -> e.cursor().sequence() > query.after().sequence())
                        .filter(e -> !e.cursor().day().isBefore(query.after().day()))
                        .filter(e -> since == null || !e.at().isBefore(since))
                        .filter(e ->
                                query.lease().equals(e.lease()) && query.types().contains(e.type()))
                        .limit(query.limit())
                        .toList();
        return new FeedLook(find(tenant, query.lease()), head(tenant), found);
    }

    @Override
    public synchronized List<Message> read(TenantId tenant, LeaseId lease, List<MessageId> ids) {
        Lease owner = find(tenant, lease);
        return ids.stream()
                .map(messages::get)
                .filter(Objects::nonNull)
                .filter(m -> owner != null && m.lease().equals(owner.id()))
                .toList();
    }

    @Override
    public synchronized @Nullable Message read(
            TenantId tenant, LeaseId lease, MessageId id, int version) {
        Message message = versions.get(new Version(id, version));
        return read(tenant, lease, List.of(id)).isEmpty() ? null : message;
    }

    @Override
    public synchronized void delivered(List<MessageId> ids) {
        delivered.addAll(ids);
    }

    private LeaseOutcome publish(LeaseOutcome outcome) {
        if (outcome instanceof LeaseOutcome.Granted(var lease, var _)) {
            synchronized (this) {
                wakeups.published(
                        List.of(
                                Publication.of(
                                        Objects.requireNonNull(feeds.get(lease.tenant()))
                                                .getLast())));
            }
        }
        return outcome;
    }

    private LeaseOutcome granted(Lease lease, EventType type) {
        return new LeaseOutcome.Granted(lease, append(lease, type, null, null).cursor());
    }

    /** Takes time off all instants of a lease. */
    LeaseOutcome advance(Lease lease, Duration by) {
        return publish(tryAdvance(lease, by));
    }

    private synchronized LeaseOutcome tryAdvance(Lease lease, Duration by) {
        Lease.Period was = lease.period();
        Lease now =
                new Lease(
                        lease.id(),
                        lease.tenant(),
                        lease.profile(),
                        lease.number(),
                        lease.msisdn(),
                        lease.terms(),
                        new Lease.Period(
                                was.startsAt().minus(by),
                                was.expiresAt().minus(by),
                                was.graceEndsAt().minus(by),
                                was.cooldownEndsAt().minus(by)),
                        lease.suspended());
        leases.put(now.id(), now);
        return granted(now, EventType.LEASE_ADVANCED);
    }

    private Lease endingAt(Lease lease, Instant end) {
        Lease.Period was = lease.period();
        Duration moved = Duration.between(was.expiresAt(), end);
        Lease now =
                new Lease(
                        lease.id(),
                        lease.tenant(),
                        lease.profile(),
                        lease.number(),
                        lease.msisdn(),
                        lease.terms(),
                        new Lease.Period(
                                was.startsAt(),
                                end,
                                was.graceEndsAt().plus(moved),
                                was.cooldownEndsAt().plus(moved)),
                        lease.suspended());
        leases.put(now.id(), now);
        return now;
    }

    private FeedEntry append(
            Lease lease, EventType type, @Nullable MessageId message, @Nullable Revised revised) {
        List<FeedEntry> feed = Objects.requireNonNull(feeds.get(lease.tenant()));
        FeedEntry entry =
                new FeedEntry(
                        new EventId(mint()),
                        cursor(lease.tenant(), feed.size() + 1),
                        type,
                        clock.instant(),
                        lease.id(),
                        message,
                        message == null
                                ? 0
                                : Objects.requireNonNull(messages.get(message)).version(),
                        revised);
        feed.add(entry);
        return entry;
    }

    private Cursor cursor(TenantId tenant, long sequence) {
        return new Cursor(tenant, clock.instant().atOffset(ZoneOffset.UTC).toLocalDate(), sequence);
    }

    private Tenant tenant(TenantId id) {
        available();
        Tenant tenant = tenants.get(id);
        if (tenant == null) {
            throw new IllegalArgumentException("no such tenant");
        }
        return tenant;
    }

    private UUID mint() {
        return Uuid7.mint(clock.instant());
    }

    private void available() {
        if (away) {
            throw new StoreUnavailableException("the store is away", new IllegalStateException());
        }
    }
}
