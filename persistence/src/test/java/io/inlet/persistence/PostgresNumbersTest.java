package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.number.LineType;
import io.inlet.number.PoolNumber;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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
    void numbers_come_in_over_many_statements_and_stay_as_they_are() {
        List<PoolNumber> pool = pool(33_100_000_000L, 12_000, "alpha");
        assertThat(numbers.importNumbers(pool)).isEqualTo(12_000);
        var row = row(33_100_000_007L);
        assertThat(row.getCountry()).isEqualTo("FR");
        assertThat(row.getLineType()).isEqualTo("short_code");
        assertThat(row.getAcquiredOn()).isEqualTo("2026-01-31");
        assertThat(row.getInService()).isTrue();

        List<PoolNumber> more = new ArrayList<>(pool(33_100_011_990L, 20, "alpha"));
        assertThat(numbers.importNumbers(more)).isEqualTo(10);
        assertThat(row(33_100_000_007L)).isEqualTo(row);
    }

    @Test
    void a_number_named_twice_is_one() {
        List<PoolNumber> pool = new ArrayList<>(pool(33_200_000_000L, 2, "alpha"));
        pool.addAll(pool(33_200_000_000L, 2, "alpha"));
        assertThat(numbers.importNumbers(pool)).isEqualTo(2);
    }

    @Test
    void an_unknown_carrier_keeps_all_of_them_out() {
        List<PoolNumber> pool = new ArrayList<>(pool(33_300_000_000L, 6_000, "alpha"));
        pool.addAll(pool(33_300_006_000L, 1, "omega"));
        assertThatThrownBy(() -> numbers.importNumbers(pool))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carrier");
        assertThat(db.database().dsl().fetchCount(NUMBER, NUMBER.MSISDN.startsWith("333")))
                .isZero();
    }

    private static io.inlet.persistence.jooq.tables.records.NumberRecord row(long msisdn) {
        return db.database().dsl().fetchSingle(NUMBER, NUMBER.MSISDN.eq(Long.toString(msisdn)));
    }

    private static List<PoolNumber> pool(long first, int count, String carrier) {
        var provenance =
                new PoolNumber.Provenance(
                        carrier, "contract 7", "licence 9", LocalDate.of(2026, 1, 31), "default");
        return LongStream.range(first, first + count)
                .mapToObj(n ->
                        new PoolNumber(
                                new Msisdn(Long.toString(n)),
                                "FR",
                                LineType.SHORT_CODE,
                                Environment.LIVE,
                                provenance))
                .toList();
    }
}
