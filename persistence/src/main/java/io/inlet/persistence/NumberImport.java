package io.inlet.persistence;

import io.inlet.id.Uuid7;
import io.inlet.number.BadLines;
import io.inlet.number.ImportOutcome;
import io.inlet.number.NumberLine;
import io.inlet.number.PoolNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;

/**
 * Brings one file of numbers into the pool within a transaction: all lines by COPY into a table of
 * its own, where they are compared with each other and with the carriers, and from there into the
 * pool. One use, one thread.
 */
final class NumberImport {
    /** A file of a million numbers takes half a minute, and comes as fast as its sender can. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String BEGIN =
            """
            SET LOCAL statement_timeout = '%1$ds';
            SET LOCAL lock_timeout = '%1$ds';
            SET LOCAL work_mem = '128MB';
            CREATE TEMPORARY TABLE number_import (
                line integer NOT NULL, number_id uuid NOT NULL, msisdn text COLLATE "C" NOT NULL,
                country text NOT NULL,
                region text, area_code text, line_type text NOT NULL, environment text NOT NULL,
                source_type text NOT NULL, residency text, tags text NOT NULL, carrier text NOT NULL,
                contract_ref text NOT NULL, licence_ref text NOT NULL, acquired_on date NOT NULL,
                usage_policy text NOT NULL, standing text NOT NULL, standing_reason text
            ) ON COMMIT DROP
            """
                    .formatted(LONGEST.toSeconds());

    private static final CopyWriter.Target TARGET =
            new CopyWriter.Target("COPY number_import FROM STDIN (FORMAT binary)", 18);

    /** One import at a time, so that two never wait for each other's numbers in a circle. */
    private static final String ALONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('number_import', 0))";

    private static final String WRONG =
            """
            SELECT line, 'msisdn: the same as on line ' || earlier AS problem
            FROM (SELECT line, min(line) OVER (PARTITION BY msisdn) AS earlier FROM number_import) AS l
            WHERE line <> earlier
            UNION ALL
            SELECT line, 'carrier: none is named so in the settings'
            FROM number_import AS i
            WHERE NOT EXISTS (SELECT FROM carrier AS c WHERE c.carrier = i.carrier)
            ORDER BY line, problem
            """;

    private static final String INSERT =
            """
            WITH added AS (
                INSERT INTO number (number_id, msisdn, country, region, area_code, line_type, environment,
                    source_type, residency, tags, carrier, contract_ref, licence_ref, acquired_on, usage_policy,
                    standing, standing_reason)
                SELECT number_id, msisdn, country, region, area_code, line_type, environment, source_type,
                    residency, string_to_array(tags, ','), carrier, contract_ref, licence_ref, acquired_on,
                    usage_policy, standing, standing_reason
                FROM number_import ORDER BY msisdn
                ON CONFLICT (msisdn) DO NOTHING
                RETURNING number_id, standing, standing_reason),
            noted AS (
                INSERT INTO number_event (number_id, place, at, type, reason)
                SELECT number_id, 1, i.at, 'imported', NULL FROM added, (SELECT ?::timestamptz AS at) AS i
                UNION ALL
                SELECT number_id, 2, i.at, standing, standing_reason
                FROM added, (SELECT ?::timestamptz AS at) AS i WHERE standing <> 'in_service'
                RETURNING place)
            SELECT count(*) FROM noted WHERE place = 1
            """;

    private final Connection connection;
    private final Instant now;
    private final BadLines bad = new BadLines();
    private int good;

    NumberImport(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.now = PgTime.floor(clock.instant());
    }

    /**
     * Does it all; the caller commits what is imported and rolls back what is refused.
     *
     * @throws SQLException as the driver has it
     */
    ImportOutcome run(Iterator<NumberLine> lines) throws SQLException {
        // Else the driver would give up where the server goes on. The pool sets it back.
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
            copy(lines);
            statement.execute("ANALYZE number_import");
            compare(statement);
            if (!bad.isEmpty()) {
                return new ImportOutcome.Refused(bad);
            }
            statement.execute(ALONE);
        }
        int added = insert();
        return new ImportOutcome.Imported(added, good - added);
    }

    private void copy(Iterator<NumberLine> lines) throws SQLException {
        try (CopyWriter copy = new CopyWriter(connection, TARGET)) {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case NumberLine.Good line -> {
                        good++;
                        write(copy.row(), line.line(), line.number());
                    }
                    case NumberLine.Bad line -> bad.add(line);
                }
            }
            copy.end();
        }
    }

    private void write(BinaryFields row, int line, PoolNumber number) {
        row.integer(line)
                .uuid(Uuid7.mint(now))
                .text(number.msisdn().digits())
                .text(number.country())
                .text(number.traits().region())
                .text(number.traits().areaCode())
                .text(Codes.of(number.lineType()))
                .text(Codes.of(number.environment()))
                .text(Codes.of(number.provenance().sourceType()))
                .text(number.traits().residency())
                .text(String.join(",", number.traits().tags()))
                .text(number.provenance().carrier())
                .text(number.provenance().contractRef())
                .text(number.provenance().licenceRef())
                .date(number.provenance().acquiredOn())
                .text(number.provenance().usagePolicy())
                .text(Codes.of(number.service().standing()))
                .text(number.service().reason());
    }

    private void compare(Statement statement) throws SQLException {
        statement.setFetchSize(10_000);
        try (ResultSet wrong = statement.executeQuery(WRONG)) {
            while (wrong.next()) {
                bad.add(new NumberLine.Bad(wrong.getInt(1), wrong.getString(2)));
            }
        }
    }

    private int insert() throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, at);
            insert.setObject(2, at);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
