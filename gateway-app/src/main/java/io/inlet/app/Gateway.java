package io.inlet.app;

import io.inlet.code.CueExtractor;
import io.inlet.config.Settings;
import io.inlet.feed.CodeWaits;
import io.inlet.feed.Wakeups;
import io.inlet.http.ConsumerServer;
import io.inlet.http.OpsServer;
import io.inlet.intake.Committer;
import io.inlet.intake.Composer;
import io.inlet.intake.Intake;
import io.inlet.intake.KeyedHash;
import io.inlet.intake.Preparer;
import io.inlet.lease.Leases;
import io.inlet.persistence.ContentKeys;
import io.inlet.persistence.Database;
import io.inlet.persistence.DatabaseLogin;
import io.inlet.persistence.DatabasePools;
import io.inlet.persistence.EmbeddedServer;
import io.inlet.persistence.MasterKeys;
import io.inlet.persistence.Partitions;
import io.inlet.persistence.PostgresAccess;
import io.inlet.persistence.PostgresConsents;
import io.inlet.persistence.PostgresFeed;
import io.inlet.persistence.PostgresLeases;
import io.inlet.persistence.PostgresMessageReader;
import io.inlet.persistence.PostgresMessages;
import io.inlet.persistence.PostgresNumbers;
import io.inlet.persistence.PostgresSessions;
import io.inlet.persistence.PostgresTenants;
import io.inlet.persistence.Pruning;
import io.inlet.smpp.BindSettings;
import io.inlet.smpp.CarrierPorts;
import io.inlet.smpp.CarrierSettings;
import io.inlet.smpp.Carriers;
import io.inlet.sms.BindId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A running gateway. Everything is made here, top to bottom, and ends in the opposite order: binds
 * stop reading, the intake drains, responses flush, listeners end their waits, the database closes.
 */
final class Gateway implements AutoCloseable {
    /** One event loop carries more than one database takes. */
    private static final int SMPP_EVENT_LOOPS = 1;

    private final CloseStack stack;
    private final Listeners listeners;

    private final Intake intake;

    private Gateway(CloseStack stack, Listeners listeners, Intake intake) {
        this.stack = stack;
        this.listeners = listeners;
        this.intake = intake;
    }

    /**
     * Starts a gateway; binds come up after this returns.
     *
     * @param progress told what is going on, in a few words each
     * @throws RuntimeException with one sentence for the operator, if it cannot start; nothing is
     *     left running then
     */
    static Gateway start(Settings settings, Consumer<String> progress) {
        CloseStack stack = new CloseStack();
        try {
            return start(settings, progress, stack);
        } catch (Throwable t) {
            stack.close();
            throw t;
        }
    }

    /**
     * The same on the caller's stack, so that another thread can end a start half-way. The caller
     * closes it, also after a failure.
     */
    static Gateway start(Settings settings, Consumer<String> progress, CloseStack stack) {
        InstantSource clock = InstantSource.system();
        Metrics metrics = stack.push("metrics", new Metrics());

        MasterKeys keys = MasterKeys.create(settings.keys().directory());
        DatabaseLogin login = login(settings, progress, stack);
        progress.accept("bringing the database up to date");
        int lanes = settings.intake().lanes();
        DatabasePools pools =
                stack.push(
                        "database", DatabasePools.open(login, settings.database(), lanes, clock));
        Database database = pools.readers();
        keys.checkAgainst(database);
        Partitions partitions = stack.push("partitions", new Partitions(pools.intake(), clock));
        partitions.start();
        Pruning pruning =
                stack.push(
                        "pruning",
                        new Pruning(database, settings.commit().redeliveryHorizon(), clock));
        pruning.start();

        Wakeups wakeups = new Wakeups();
        ContentKeys contentKeys = new ContentKeys(pools.intake(), keys);
        PostgresLeases leases = new PostgresLeases(database, keys, wakeups, clock);
        PostgresFeed feed = new PostgresFeed(database);
        PostgresMessageReader reader =
                stack.push("message reader", new PostgresMessageReader(database, contentKeys));
        PostgresSessions sessions = new PostgresSessions(pools.intake(), settings.node(), clock);

        Composer composer = new Composer(new CueExtractor());
        PostgresMessages messages =
                new PostgresMessages(
                        new PostgresMessages.Ground(pools.intake(), contentKeys, partitions, clock),
                        composer,
                        settings.commit());
        Intake intake =
                stack.push(
                        "intake",
                        new Intake(
                                settings.intake(),
                                () -> new Preparer(new KeyedHash(keys.hashKey()), composer),
                                new Committer(messages, wakeups, metrics.intake(), clock)));

        Carriers carriers =
                new Carriers(
                        new CarrierPorts(
                                intake::accept,
                                sessions,
                                metrics.carriers(),
                                clock,
                                settings.commit().redeliveryHorizon()),
                        SMPP_EVENT_LOOPS);
        Map<BindList.Name, BindId> binds = registerBinds(settings, sessions);
        GatewayReadiness readiness = new GatewayReadiness(database::clockSkew, intake::isAlive);
        ConsumerServer http =
                new ConsumerServer(
                        settings.http(),
                        new ConsumerServer.Parts(
                                new PostgresAccess(database, clock),
                                new Leases(leases, settings.leases(), clock),
                                new CodeWaits.Ports(feed, reader, leases, wakeups),
                                readiness,
                                Version.text(),
                                clock));
        metrics.watch(intake::depth, http::openWaits);
        OpsServer ops =
                new OpsServer(
                        settings.ops(),
                        new OpsServer.Parts(
                                new OpsServer.Stores(
                                        new PostgresTenants(database, clock),
                                        new PostgresConsents(database, clock),
                                        new PostgresNumbers(database, clock)),
                                reference -> new KeyedHash(keys.hashKey()).subject(reference),
                                metrics::scrape,
                                readiness,
                                new BindList(carriers, binds)::list,
                                new Logging(),
                                clock));
        Listeners listeners = stack.push("listeners", new Listeners(http, ops));
        listeners.start();
        stack.push("binds", carriers);
        carriers.start(settings.carriers());
        return new Gateway(stack, listeners, intake);
    }

    // A carrier is known by its first bind: numbers can be imported before it was ever reached.
    private static Map<BindList.Name, BindId> registerBinds(
            Settings settings, PostgresSessions sessions) {
        Map<BindList.Name, BindId> ids = new HashMap<>();
        for (CarrierSettings carrier : settings.carriers()) {
            for (BindSettings bind : carrier.binds()) {
                ids.put(
                        new BindList.Name(carrier.name(), bind.name()),
                        sessions.register(carrier.name(), bind.name()));
            }
        }
        return ids;
    }

    private static DatabaseLogin login(
            Settings settings, Consumer<String> progress, CloseStack stack) {
        var external = settings.database().external();
        if (external != null) {
            return DatabaseLogin.of(external);
        }
        return stack.push(
                        "embedded PostgreSQL", EmbeddedServer.start(settings.database(), progress))
                .login();
    }

    /** The port of the consumers' listener. */
    int httpPort() {
        return listeners.http().port();
    }

    /** The port of the operators' listener. */
    int opsPort() {
        return listeners.ops().port();
    }

    /** Whether it can still do its work; asked by the watchdog, answers at once. */
    boolean isAlive() {
        return intake.isAlive();
    }

    @Override
    public void close() {
        stack.close();
    }
}
