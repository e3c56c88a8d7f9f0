package io.inlet.app;

import io.inlet.alarm.BindWatch;
import io.inlet.alarm.PoolWatch;
import io.inlet.code.CueExtractor;
import io.inlet.code.RuleExtractor;
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
import io.inlet.persistence.HoldKeeper;
import io.inlet.persistence.OverdueMessages;
import io.inlet.persistence.PostgresAccess;
import io.inlet.persistence.PostgresCodeRules;
import io.inlet.persistence.PostgresConsents;
import io.inlet.persistence.PostgresFailures;
import io.inlet.persistence.PostgresFeed;
import io.inlet.persistence.PostgresGatewayEvents;
import io.inlet.persistence.PostgresLeases;
import io.inlet.persistence.PostgresMessageReader;
import io.inlet.persistence.PostgresMessages;
import io.inlet.persistence.PostgresNumbers;
import io.inlet.persistence.PostgresRedecoding;
import io.inlet.persistence.PostgresRereading;
import io.inlet.persistence.PostgresSandbox;
import io.inlet.persistence.PostgresSubAccounts;
import io.inlet.persistence.PostgresTenantOrders;
import io.inlet.persistence.PostgresTenants;
import io.inlet.persistence.PostgresTraffic;
import io.inlet.persistence.PostgresUnclaimedPdus;
import io.inlet.sandbox.Sandbox;
import io.inlet.sandbox.SandboxCarrier;
import io.inlet.smpp.CarrierPorts;
import io.inlet.smpp.Carriers;
import io.inlet.smpp.StoredPdus;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of a gateway, each on what it stands on. Some have threads from then on: the
 * caller closes each part that it got, also if the next cannot be made.
 */
final class Wiring {
    /** One event loop carries more than one database takes. */
    private static final int SMPP_EVENT_LOOPS = 1;

    private final Settings settings;
    private final Logging logging;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Storage storage;
    private final StoredPdus storedPdus;
    private final Wakeups wakeups = new Wakeups();
    private final CueExtractor extractor = new CueExtractor();
    private final Composer composer;

    Wiring(Launch launch, InstantSource clock, Metrics metrics, Storage storage) {
        this.settings = launch.settings();
        this.logging = launch.logging();
        this.clock = clock;
        this.metrics = metrics;
        this.storage = storage;
        this.composer =
                new Composer(extractor, new RuleExtractor(extractor, storage.codeRules()::of));
        this.storedPdus = new StoredPdus(storage.binds()::settings);
    }

    PostgresMessageReader reader() {
        return new PostgresMessageReader(storage.readers(), storage.contentKeys());
    }

    PostgresMessages messages() {
        return new PostgresMessages(
                new PostgresMessages.Ground(
                        storage.pools().intake(),
                        storage.contentKeys(),
                        storage.partitions(),
                        clock),
                composer,
                settings.commit());
    }

    OverdueMessages overdue(PostgresMessages messages) {
        return new OverdueMessages(messages, wakeups);
    }

    HoldKeeper holds() {
        return new HoldKeeper(
                new HoldKeeper.Ground(
                        storage.readers(), storage.contentKeys(), storage.keys(), clock),
                wakeups);
    }

    Intake intake(PostgresMessages messages) {
        return new Intake(
                settings.intake(),
                () -> new Preparer(hash(), composer),
                new Committer(messages, wakeups, metrics.intake(), clock));
    }

    Carriers carriers(Intake intake) {
        return new Carriers(
                new CarrierPorts(
                        intake::accept,
                        storage.sessions(),
                        metrics.carriers(),
                        clock,
                        settings.commit().redeliveryHorizon()),
                SMPP_EVENT_LOOPS);
    }

    GatewayReadiness readiness(Intake intake) {
        return new GatewayReadiness(
                storage.readers()::clockSkew, intake::isAlive, storage.binds()::state);
    }

    ConsumerServer http(
            PostgresMessageReader reader,
            GatewayReadiness readiness,
            @Nullable SandboxCarrier carrier) {
        PostgresLeases leases =
                new PostgresLeases(storage.readers(), storage.keys(), wakeups, clock);
        PostgresFeed feed = new PostgresFeed(storage.readers());
        return new ConsumerServer(
                settings.http(),
                new ConsumerServer.Parts(
                        new PostgresAccess(storage.readers(), clock),
                        new Leases(leases, settings.leases(), clock),
                        new PostgresConsents(storage.readers(), clock),
                        new PostgresSubAccounts(storage.readers(), clock),
                        new CodeWaits.Ports(feed, reader, leases, wakeups),
                        carrier == null ? null : sandbox(carrier),
                        readiness,
                        Version.text(),
                        clock));
    }

    private Sandbox sandbox(SandboxCarrier carrier) {
        return new Sandbox(
                new PostgresSandbox(storage.readers(), wakeups, clock),
                carrier,
                settings.sandbox(),
                clock);
    }

    OpsServer ops(
            RunningBinds binds,
            LiveConfiguration configuration,
            GatewayReadiness readiness,
            PostgresMessages messages) {
        return new OpsServer(
                settings.ops(),
                new OpsServer.Parts(
                        new OpsServer.Stores(
                                new PostgresTenants(storage.readers(), clock),
                                new PostgresTenantOrders(storage.readers(), clock),
                                new PostgresConsents(storage.readers(), clock),
                                new PostgresNumbers(storage.readers(), clock),
                                failures(messages),
                                redecoding(messages),
                                new PostgresRereading(
                                        storage.readers(), messages, composer, wakeups)),
                        reference -> hash().subject(reference),
                        metrics::scrape,
                        readiness,
                        new OpsServer.Running(binds, events(), configuration),
                        logging,
                        codes(),
                        clock));
    }

    RunningBinds binds(Carriers carriers) {
        var unclaimed = new PostgresUnclaimedPdus(storage.readers(), storage.contentKeys(), clock);
        return new RunningBinds(
                carriers, storage.binds(), new StoredPayloads(unclaimed, storedPdus));
    }

    BindWatch watch(RunningBinds binds) {
        return new BindWatch(
                binds::sights,
                settings.alarms(),
                new BindWatch.Ports(
                        new PostgresTraffic(storage.readers()), events(), metrics::alarm),
                clock);
    }

    PoolWatch poolWatch() {
        return new PoolWatch(
                settings.alarms().lowWater(),
                new PoolWatch.Ports(
                        new PostgresLeases(storage.readers(), storage.keys(), wakeups, clock),
                        events(),
                        metrics::poolLow),
                clock);
    }

    private OpsServer.Codes codes() {
        return new OpsServer.Codes(
                new PostgresCodeRules(storage.readers(), storage.codeRules(), clock), extractor);
    }

    private PostgresGatewayEvents events() {
        return new PostgresGatewayEvents(storage.readers(), clock);
    }

    private PostgresFailures failures(PostgresMessages messages) {
        return new PostgresFailures(
                storage.readers(),
                storage.contentKeys(),
                messages,
                new PostgresFailures.Ports(
                        storedPdus, () -> new Preparer(hash(), composer), wakeups));
    }

    private PostgresRedecoding redecoding(PostgresMessages messages) {
        return new PostgresRedecoding(
                storage.readers(),
                messages,
                storedPdus,
                new PostgresRedecoding.Reading(composer, wakeups));
    }

    // One for each thread: it is not to be shared.
    private KeyedHash hash() {
        return new KeyedHash(storage.keys().hashKey());
    }
}
