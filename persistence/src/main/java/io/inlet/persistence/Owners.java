package io.inlet.persistence;

import io.inlet.intake.Composer;
import io.inlet.intake.Draft;
import io.inlet.intake.Owner;
import io.inlet.intake.QuarantineReason;
import io.inlet.sms.MessageStatus;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whose messages are: first by what is remembered of the leases, then again by what they are, once
 * the tenants' feeds are locked and no lease of theirs can change. Any thread, each with a
 * connection of its own.
 */
final class Owners {
    /** The leases among those at hand that do not hold all that is said to be theirs. */
    private static final String MOVED =
            """
            SELECT c.lease_id
            FROM unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
                AS c (lease_id, first, last, withheld)
            LEFT JOIN (lease l JOIN tenant t ON t.tenant_id = l.tenant_id)
                ON l.lease_id = c.lease_id
            WHERE l.lease_id IS NULL OR (l.suspended OR t.shut) <> c.withheld
                OR c.first < l.starts_at OR c.last >= l.expires_at
            """;

    private final Holdings holdings;
    private final Judge judge;
    private final Composer composer;

    Owners(Holdings holdings, ContentKeys keys, Composer composer) {
        this.holdings = holdings;
        this.composer = composer;
        this.judge = new Judge(keys);
    }

    /** The owner of a single arrival at each claim, by what is remembered. */
    List<Owner> find(Connection connection, List<Claim> claims, List<Boolean> simulated)
            throws SQLException {
        List<Holding> found = holdings.find(connection, claims);
        List<Owner> owners = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            owners.add(
                    judge.judge(List.of(claims.get(i)), List.of(found.get(i)), simulated.get(i)));
        }
        return owners;
    }

    /** The owners of messages, by what is remembered. */
    List<Owner> known(Connection connection, List<Newborn> newborns) throws SQLException {
        return judged(newborns, holdings.find(connection, claims(newborns)));
    }

    /** The owners of messages, as the database has the leases now. */
    List<Owner> now(Connection connection, List<Newborn> newborns) throws SQLException {
        return judged(newborns, holdings.look(connection, claims(newborns)));
    }

    private List<Owner> judged(List<Newborn> newborns, List<Holding> found) {
        List<Owner> owners = new ArrayList<>(newborns.size());
        int next = 0;
        for (Newborn newborn : newborns) {
            int end = next + newborn.claims().size();
            owners.add(
                    judge.judge(newborn.claims(), found.subList(next, end), newborn.simulated()));
            next = end;
        }
        return owners;
    }

    /**
     * Finds the owners of messages by what is remembered, and seals the messages as they read them.
     */
    List<Birth> seal(Connection connection, List<Newborn> newborns) throws SQLException {
        List<Holding> found = holdings.find(connection, claims(newborns));
        List<Birth> births = new ArrayList<>(newborns.size());
        int next = 0;
        for (Newborn newborn : newborns) {
            int end = next + newborn.claims().size();
            births.add(birth(newborn, found.subList(next, end)));
            next = end;
        }
        return births;
    }

    /**
     * The messages whose owner is another than was found, sealed for the right one, and those that
     * another lease might make its own than the ones that were known of. Has to be a later
     * statement than the locks: in the same one it would see the leases as they were before.
     */
    List<Birth> judgeAgain(Connection connection, List<Birth> births) throws SQLException {
        List<Birth> doubtful = doubtful(connection, births);
        if (doubtful.isEmpty()) {
            return List.of();
        }
        List<Newborn> newborns = Lists.map(doubtful, Birth::newborn);
        List<Holding> found = holdings.look(connection, claims(newborns));
        List<Birth> changed = new ArrayList<>();
        int next = 0;
        for (Birth birth : doubtful) {
            int end = next + birth.newborn().claims().size();
            Birth now = birth(birth.newborn(), found.subList(next, end));
            if (!now.owner().sameAs(birth.owner())
                    || !birth.contenders().containsAll(now.contenders())) {
                changed.add(now);
            }
            next = end;
        }
        return changed;
    }

    private Birth birth(Newborn newborn, List<Holding> found) {
        Owner owner = judge.judge(newborn.claims(), found, newborn.simulated());
        Set<TenantId> contenders =
                owner instanceof Owner.Nobody nobody && mayFindAnOwner(nobody)
                        ? contenders(newborn.claims(), found)
                        : Set.of();
        Draft draft = composer.ownedBy(owner.tenant(), newborn.draft());
        return Birth.of(newborn, draft, owner, contenders);
    }

    // Until its grace and cooldown are over, a lease may be extended in the instant of its expiry.
    private static Set<TenantId> contenders(List<Claim> claims, List<Holding> found) {
        Set<TenantId> contenders = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Tenure tenure = found.get(i).tenure();
            if (tenure != null && tenure.at(claims.get(i).arrival()) != Standing.OUTSIDE) {
                contenders.add(tenure.tenant());
            }
        }
        return contenders;
    }

    private static List<Claim> claims(List<Newborn> newborns) {
        List<Claim> claims = new ArrayList<>(newborns.size());
        newborns.forEach(newborn -> claims.addAll(newborn.claims()));
        return claims;
    }

    private static List<Birth> doubtful(Connection connection, List<Birth> births)
            throws SQLException {
        Map<Said, Span> spans = new HashMap<>();
        for (Birth birth : births) {
            if (birth.owner() instanceof Owner.Lessee lessee) {
                spans.merge(Said.of(lessee), Span.of(birth.newborn()), Span::and);
            }
        }
        Set<UUID> moved = spans.isEmpty() ? Set.of() : moved(connection, spans);
        return births.stream().filter(birth -> isDoubtful(birth.owner(), moved)).toList();
    }

    private static boolean isDoubtful(Owner owner, Set<UUID> moved) {
        return switch (owner) {
            case Owner.Lessee lessee -> moved.contains(lessee.lease().uuid());
            case Owner.Nobody nobody -> mayFindAnOwner(nobody);
        };
    }

    // A number that joins the pool now was leased to nobody when the message arrived.
    private static boolean mayFindAnOwner(Owner.Nobody nobody) {
        return nobody.reason() != QuarantineReason.UNKNOWN_NUMBER
                && nobody.reason() != QuarantineReason.SIMULATED_TO_LIVE;
    }

    private static Set<UUID> moved(Connection connection, Map<Said, Span> spans)
            throws SQLException {
        List<Said> said = List.copyOf(spans.keySet());
        List<Span> times = List.copyOf(spans.values());
        Set<UUID> moved = new HashSet<>();
        try (Call call = new Call(connection, MOVED);
                ResultSet rows =
                        call.uuids(Lists.map(said, Said::lease))
                                .instants(Lists.map(times, Span::first))
                                .instants(Lists.map(times, Span::last))
                                .bools(Lists.map(said, Said::withheld))
                                .rows()) {
            while (rows.next()) {
                moved.add(Columns.uuid(rows, 1));
            }
        }
        return moved;
    }

    /** What a batch says of a lease: that it is active, and either suspended or not. */
    private record Said(UUID lease, boolean withheld) {
        static Said of(Owner.Lessee lessee) {
            return new Said(lessee.lease().uuid(), lessee.bornAs() == MessageStatus.WITHHELD);
        }
    }

    /** From when to when it says so. */
    private record Span(Instant first, Instant last) {
        static Span of(Newborn newborn) {
            return new Span(
                    newborn.claims().getFirst().arrival(), newborn.claims().getLast().arrival());
        }

        Span and(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }
}
