package io.inlet.persistence;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds who holds the numbers that things arrive for. It remembers the leases it has seen; what it
 * remembers may be stale, so whoever decides by it has to look again under the lock of the tenant's
 * feed. Any thread, each with a connection of its own.
 */
final class Holdings {
    // The one lease that can hold the arrival: leases of a number never overlap, cooldown included.
    private static final String QUERY =
            """
            SELECT c.place, n.number_id, n.environment, l.lease_id, l.tenant_id, t.environment,
                l.routing_tag, l.starts_at, l.expires_at, l.grace_ends_at, l.cooldown_ends_at,
                l.suspended OR t.shut, l.content_key_id, k.wrapped
            FROM unnest(?::text[], ?::timestamptz[])
                WITH ORDINALITY AS c (msisdn, arrival, place)
            JOIN number n ON n.msisdn = c.msisdn
            LEFT JOIN LATERAL (
                SELECT * FROM lease
                WHERE lease.number_id = n.number_id AND lease.starts_at <= c.arrival
                ORDER BY lease.starts_at DESC LIMIT 1) l ON true
            LEFT JOIN tenant t ON t.tenant_id = l.tenant_id
            LEFT JOIN content_key k ON k.content_key_id = l.content_key_id
            """;

    private final ContentKeys keys;
    private final RecentlyUsed<String, Holding> known;

    Holdings(ContentKeys keys, int mostKnown) {
        this.keys = keys;
        this.known = new RecentlyUsed<>(mostKnown);
    }

    /** One holding for each claim, from memory where that can be. */
    List<Holding> find(Connection connection, List<Claim> claims) throws SQLException {
        List<@Nullable Holding> found = new ArrayList<>(claims.size());
        List<Claim> unknown = new ArrayList<>();
        for (Claim claim : claims) {
            Holding holding = known.get(claim.destination());
            if (holding == null || holding.at(claim.arrival()) == Standing.OUTSIDE) {
                unknown.add(claim);
                found.add(null);
            } else {
                found.add(holding);
            }
        }
        if (unknown.isEmpty()) {
            return complete(found, List.of());
        }
        return complete(found, look(connection, unknown));
    }

    private static List<Holding> complete(List<@Nullable Holding> found, List<Holding> looked) {
        List<Holding> complete = new ArrayList<>(found.size());
        int next = 0;
        for (Holding holding : found) {
            complete.add(holding == null ? looked.get(next++) : holding);
        }
        return complete;
    }

    /** One holding for each claim, as the database has them now. */
    List<Holding> look(Connection connection, List<Claim> claims) throws SQLException {
        List<Holding> holdings = new ArrayList<>(claims.size());
        List<Integer> places = new ArrayList<>(claims.size());
        List<String> numbers = new ArrayList<>(claims.size());
        List<Instant> arrivals = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            if (Msisdn.isDigits(claim.destination())) {
                places.add(holdings.size());
                numbers.add(claim.destination());
                arrivals.add(claim.arrival());
            }
            holdings.add(Holding.NOT_IN_POOL);
        }
        try (Call call = new Call(connection, QUERY);
                ResultSet rows = call.texts(numbers).instants(arrivals).rows()) {
            while (rows.next()) {
                int place = rows.getInt(1) - 1;
                Holding holding = holding(rows);
                holdings.set(places.get(place), holding);
                remember(claims.get(places.get(place)), holding);
            }
        }
        return holdings;
    }

    // A stale memory that was found out must go, or the next try would believe it again.
    private void remember(Claim claim, Holding holding) {
        if (holding.at(claim.arrival()) == Standing.OUTSIDE) {
            known.forget(claim.destination());
        } else {
            known.put(claim.destination(), holding);
        }
    }

    private Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                new NumberId(Columns.uuid(row, 2)),
                Codes.parse(Environment.class, row.getString(3)),
                tenure(row));
    }

    private @Nullable Tenure tenure(ResultSet row) throws SQLException {
        byte @Nullable [] wrapped = row.getBytes(14);
        if (wrapped == null) {
            return null; // no lease, or one whose content was purged before its time
        }
        var period =
                new Lease.Period(
                        Columns.instant(row, 8),
                        Columns.instant(row, 9),
                        Columns.instant(row, 10),
                        Columns.instant(row, 11));
        return new Tenure(
                new LeaseId(Columns.uuid(row, 4)),
                new TenantId(Columns.uuid(row, 5)),
                Codes.parse(Environment.class, row.getString(6)),
                row.getString(7),
                period,
                row.getBoolean(12),
                keys.open(Columns.uuid(row, 13), wrapped));
    }
}
