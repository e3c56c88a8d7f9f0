package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.number.ImportOutcome;
import io.inlet.number.ImportOutcome.Imported;
import io.inlet.number.ImportOutcome.Refused;
import io.inlet.number.LineType;
import io.inlet.number.NumberLine;
import io.inlet.number.NumberTraits;
import io.inlet.number.PoolNumber;
import io.inlet.number.SourceType;
import io.inlet.number.Standing;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNumbersTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final PostgresNumbers numbers =
            new PostgresNumbers(db.database(), InstantSource.system());

    @BeforeAll
    static void knowCarrier() {
        new PostgresSessions(db.database(), "node", InstantSource.system())
                .register("alpha", "main");
    }

    @Test
    void numbers_come_in_and_stay_as_they_are() {
        assertThat(imported(pool(33_100_000_000L, 12_000, "alpha")))
                .isEqualTo(new Imported(12_000, 0));
        var row = row(33_100_000_007L);
        assertThat(row.getCountry()).isEqualTo("FR");
        assertThat(row.getLineType()).isEqualTo("short_code");
        assertThat(row.getAcquiredOn()).isEqualTo("2026-01-31");
        assertThat(row.getTags()).containsExactly("blue", "red");
        assertThat(row.getInService()).isTrue();

        assertThat(imported(pool(33_100_011_990L, 20, "alpha"))).isEqualTo(new Imported(10, 10));
        assertThat(row(33_100_000_007L)).isEqualTo(row);
    }

    @Test
    void all_that_is_wrong_is_told_and_keeps_everything_out() {
        List<NumberLine> lines = new ArrayList<>(lines(pool(33_300_000_000L, 6_000, "alpha")));
        NumberLine.Bad malformed = new NumberLine.Bad(6_001, "country: expected two letters");
        lines.add(malformed);
        PoolNumber twice = pool(33_300_000_005L, 1, "omega").getFirst();
        lines.add(new NumberLine.Good(6_002, twice));
        assertThat(numbers.importNumbers(lines.iterator()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.why().told())
                                        .containsExactly(
                                                malformed,
                                                new NumberLine.Bad(
                                                        6_002,
                                                        "carrier: none is named so in the settings"),
                                                new NumberLine.Bad(
                                                        6_002, "msisdn: the same as on line 6")));
        assertThat(count("333")).isZero();
    }

    @Test
    void file_that_breaks_off_keeps_everything_out() {
        var broken =
                Stream.concat(
                                lines(pool(33_400_000_000L, 3_000, "alpha")).stream(),
                                Stream.<NumberLine>generate(() -> {
                                    throw new IllegalStateException("cut");
                                }))
                        .iterator();
        assertThatThrownBy(() -> numbers.importNumbers(broken)).hasMessage("cut");
        assertThat(count("334")).isZero();
        assertThat(imported(pool(33_400_000_000L, 1, "alpha"))).isEqualTo(new Imported(1, 0));
    }

    @Test
    void what_is_exported_is_what_was_imported() {
        List<PoolNumber> pool = new ArrayList<>(pool(33_500_000_000L, 2_500, "alpha"));
        var service = new PoolNumber.Service(Standing.SUSPENDED, "a bill is open");
        PoolNumber last = pool.removeLast();
        pool.add(
                new PoolNumber(
                        last.msisdn(),
                        last.country(),
                        last.lineType(),
                        last.environment(),
                        NumberTraits.NONE,
                        last.provenance(),
                        service));
        imported(pool);
        List<PoolNumber> exported = new ArrayList<>();
        numbers.export(exported::add);
        assertThat(exported).filteredOn(n -> n.msisdn().digits().startsWith("335")).isEqualTo(pool);
    }

    @Test
    void imports_at_once_of_the_same_numbers_in_other_orders_do_not_deadlock() throws Exception {
        List<PoolNumber> pool = pool(33_600_000_000L, 2_000, "alpha");
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<ImportOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<PoolNumber> order = i % 2 == 0 ? pool : pool.reversed();
                outcomes.add(threads.submit(() -> imported(order)));
            }
            int added = 0;
            for (Future<ImportOutcome> outcome : outcomes) {
                added += ((Imported) outcome.get(60, TimeUnit.SECONDS)).added();
            }
            assertThat(added).isEqualTo(2_000);
        }
    }

    private ImportOutcome imported(List<PoolNumber> pool) {
        return numbers.importNumbers(lines(pool).iterator());
    }

    static List<NumberLine> lines(List<PoolNumber> pool) {
        List<NumberLine> lines = new ArrayList<>();
        pool.forEach(number -> lines.add(new NumberLine.Good(lines.size() + 1, number)));
        return lines;
    }

    private static int count(String prefix) {
        return db.database().dsl().fetchCount(NUMBER, NUMBER.MSISDN.startsWith(prefix));
    }

    private static io.inlet.persistence.jooq.tables.records.NumberRecord row(long msisdn) {
        return db.database().dsl().fetchSingle(NUMBER, NUMBER.MSISDN.eq(Long.toString(msisdn)));
    }

    private static List<PoolNumber> pool(long first, int count, String carrier) {
        var provenance =
                new PoolNumber.Provenance(
                        carrier,
                        SourceType.AGGREGATOR,
                        "contract 7",
                        "licence 9",
                        LocalDate.of(2026, 1, 31),
                        "default");
        return LongStream.range(first, first + count)
                .mapToObj(n ->
                        new PoolNumber(
                                new Msisdn(Long.toString(n)),
                                "FR",
                                LineType.SHORT_CODE,
                                Environment.LIVE,
                                new NumberTraits("FR-75C", null, "EU", List.of("red", "blue")),
                                provenance,
                                PoolNumber.Service.IN_SERVICE))
                .toList();
    }
}
