package io.inlet.benchmarks;

import io.inlet.feed.Wakeups;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeasePolicy;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.Leases;
import io.inlet.lease.Purpose;
import io.inlet.number.DigitPattern;
import io.inlet.number.ImportOutcome;
import io.inlet.number.LineType;
import io.inlet.persistence.Database;
import io.inlet.persistence.MasterKeys;
import io.inlet.persistence.Partitions;
import io.inlet.persistence.PostgresAccess;
import io.inlet.persistence.PostgresLeases;
import io.inlet.persistence.PostgresNumbers;
import io.inlet.persistence.PostgresSessions;
import io.inlet.persistence.PostgresTenants;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A pool of a million numbers, half of them leased: import, lease by criteria, availability. */
final class PoolLoad implements Phase {
    private static final int NUMBERS = 1_000_000;
    private static final int WARM_UP = 200;
    private static final int LEASES = 3_000;
    private static final int LOOKS = 1_000;
    private static final InstantSource CLOCK = InstantSource.system();

    /** Every second number is leased for an hour to come, or rests. */
    private static final String LEASED =
            """
            UPDATE number SET
                leased_until = now() + CASE WHEN hashtext(msisdn) % 4 = 0 THEN interval '1 hour' ELSE interval '-1 hour' END,
                free_from = now() + interval '1 day' + hashtext(msisdn) % 86400 * interval '1 second'
            WHERE hashtext(msisdn) % 2 = 0
            """;

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        try (Stage stage = setting.stage("pool")) {
            stage.startServer();
            Files.createDirectories(stage.keys());
            try (Database database = Database.open(stage.login(), stage.databaseSettings(), CLOCK);
                    Partitions partitions = new Partitions(database, CLOCK)) {
                partitions.start();
                return new PhaseResult(
                        ServerSettings.read(stage.login()),
                        figures(setting, database, MasterKeys.create(stage.keys())),
                        List.of());
            }
        }
    }

    private static List<Figure> figures(Setting setting, Database database, MasterKeys keys)
            throws SQLException {
        PostgresSessions sessions = new PostgresSessions(database, "bench", CLOCK);
        for (int i = 0; i < PoolNumbers.CARRIERS; i++) {
            sessions.register(PoolNumbers.CARRIER + i, "main");
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.of("import of 1,000,000 numbers", imported(database), "s")
                        .with(Target.atMost(60)));
        setting.out().say("imported");
        execute(database, LEASED);
        execute(database, "VACUUM ANALYZE number");
        setting.out().say("500,000 are leased or rest");
        var store = new PostgresLeases(database, keys, new Wakeups(), CLOCK);
        var leases = new Leases(store, LeasePolicy.DEFAULT, CLOCK);
        Caller caller = caller(database);
        Map<String, Wanted> wishes = wishes();
        Histogram all = new Histogram(3);
        for (Map.Entry<String, Wanted> wish : wishes.entrySet()) {
            Latency one = leased(leases, caller, wish.getValue(), all);
            figures.add(Figure.of("lease by " + wish.getKey() + ", p99", one.p99(), "ms"));
        }
        figures.addAll(Latency.of(all).figures("lease", Target.atMost(20)));
        Histogram looks = new Histogram(3);
        for (Map.Entry<String, Wanted> wish : wishes.entrySet()) {
            Latency one = looked(leases, caller, wish.getValue(), looks);
            figures.add(Figure.of("availability by " + wish.getKey() + ", p99", one.p99(), "ms"));
        }
        figures.addAll(Latency.of(looks).figures("availability", Target.atMost(50)));
        return figures;
    }

    private static double imported(Database database) {
        long began = System.nanoTime();
        ImportOutcome outcome =
                new PostgresNumbers(database, CLOCK).importNumbers(PoolNumbers.lines(NUMBERS));
        if (!outcome.equals(new ImportOutcome.Imported(NUMBERS, 0))) {
            throw new IllegalStateException("the pool was not imported");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static Map<String, Wanted> wishes() {
        Map<String, Wanted> wishes = new LinkedHashMap<>();
        wishes.put("nothing", Wanted.ANY);
        wishes.put("country and type", new Wanted(null, "XB", LineType.MOBILE));
        wishes.put("rare country", new Wanted(null, "XM", null));
        wishes.put("area", wanted("XA", "117", null, null, List.of(), null));
        wishes.put(
                "region", new Wanted(null, null, "XA-2", null, null, null, null, List.of(), null));
        wishes.put("carrier and residency", wanted(null, null, "acme-1", null, List.of(), "EU"));
        wishes.put("first digits", wanted(null, null, null, "9991210012*", List.of(), null));
        wishes.put("last digits", wanted(null, null, null, "*777", List.of(), null));
        wishes.put("tag", wanted(null, null, null, null, List.of("quiet"), null));
        wishes.put("rare tag", wanted(null, null, null, null, List.of("rare"), null));
        wishes.put("all of it", wanted("XA", "105", "acme-2", null, List.of("quiet"), null));
        wishes.put("what is not there", wanted("XC", "105", "acme-1", null, List.of("rare"), "EU"));
        return wishes;
    }

    private static Wanted wanted(
            @Nullable String country,
            @Nullable String area,
            @Nullable String carrier,
            @Nullable String pattern,
            List<String> tags,
            @Nullable String residency) {
        return new Wanted(
                null,
                country,
                null,
                area,
                null,
                carrier,
                pattern == null ? null : new DigitPattern(pattern),
                tags,
                residency);
    }

    private static Latency leased(Leases leases, Caller caller, Wanted wanted, Histogram all) {
        LeaseRequest request =
                new LeaseRequest(
                        wanted, Duration.ofHours(1), Purpose.QA_TESTING, "", null, null, null);
        Histogram own = new Histogram(3);
        int each = LEASES / 12;
        for (int i = 0; i < WARM_UP + each; i++) {
            long began = System.nanoTime();
            LeaseOutcome outcome = leases.create(caller, request);
            long micros = (System.nanoTime() - began) / 1_000;
            Objects.requireNonNull(outcome);
            if (i >= WARM_UP) {
                own.recordValue(micros);
                all.recordValue(micros);
            }
        }
        return Latency.of(own);
    }

    private static Latency looked(Leases leases, Caller caller, Wanted wanted, Histogram all) {
        Histogram own = new Histogram(3);
        for (int i = 0; i < WARM_UP / 4 + LOOKS / 12; i++) {
            long began = System.nanoTime();
            Objects.requireNonNull(leases.availability(caller, wanted));
            long micros = (System.nanoTime() - began) / 1_000;
            if (i >= WARM_UP / 4) {
                own.recordValue(micros);
                all.recordValue(micros);
            }
        }
        return Latency.of(own);
    }

    private static Caller caller(Database database) {
        PostgresTenants tenants = new PostgresTenants(database, CLOCK);
        var tenant = tenants.createTenant(new LegalEntity("Bench", null), Environment.SANDBOX);
        var key = tenants.createPrincipal(tenant.id(), "bench");
        return Objects.requireNonNull(new PostgresAccess(database, CLOCK).authenticate(key));
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 600_000);
            statement.execute("SET statement_timeout = 0");
            statement.execute(sql);
            statement.execute("RESET statement_timeout");
        }
    }
}
