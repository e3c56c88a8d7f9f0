package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.sms.Answered;
import io.inlet.sms.SessionId;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invariant 3 in the database, by chance: copies and proofs of three sessions, two of which commit
 * through other pools than the third, against sets of instants kept beside it.
 */
class RandomDeliveriesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final int STEPS = 400;
    private static final int SECONDS = 60;

    private final Stores here = new Stores(db).withTables();
    private final Stores there = new Stores(db).withTables();
    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "node", here.clock);
    private final List<UUID> names = new ArrayList<>();
    private final Map<UUID, Set<Integer>> proven = new HashMap<>();
    private final Map<UUID, Integer> provenUntil = new HashMap<>();
    private final Map<Integer, Former> formers = new HashMap<>();

    private record Former(UUID session, int second, UUID message, int copies) {}

    private record Heard(Answered answered, Set<Integer> seconds, int until) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_copy_is_what_the_sets_say(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        String msisdn = here.leased(Environment.LIVE).msisdn();
        for (int i = 0; i < 3; i++) {
            UUID name = Ids.random();
            names.add(name);
            sessions.opened(new SessionId(name), sessions.register("testcarrier", "b" + i), NOON);
        }
        int resends = 0;
        for (int step = 0; step < STEPS; step++) {
            UUID session = names.get(chance.nextInt(3));
            int now = step * SECONDS / STEPS;
            if (chance.nextInt(4) == 0) {
                prove(session, heard(chance, now));
            } else {
                resends += commit(chance, session, msisdn, now) ? 1 : 0;
            }
        }
        assertThat(resends).isBetween(STEPS / 20, STEPS / 2);
        here.close();
        there.close();
    }

    private void prove(UUID session, Heard heard) {
        sessions.proven(new SessionId(session), heard.answered);
        if (heard.until >= provenUntil.getOrDefault(session, 0)) {
            provenUntil.put(session, heard.until);
            proven.put(session, heard.seconds);
        }
    }

    /** One copy; whether it was another SMS than the former. */
    private boolean commit(SplittableRandom chance, UUID session, String msisdn, int now) {
        int content = chance.nextInt(5);
        int second = Math.max(0, now - (chance.nextInt(5) == 0 ? chance.nextInt(10) : 0));
        Heard heard = heard(chance, second);
        Sms sms = Sms.to(msisdn, "text " + content, at(second)).over(session).after(heard.answered);
        Former former = formers.get(content);
        Stores gateway = names.indexOf(session) == 0 ? here : there;
        Disposition disposition = gateway.commit(sms);
        UUID id = Stores.id(disposition).uuid();
        boolean isAnother = former == null || isAnother(former, session, second, heard.seconds);
        assertThat(disposition)
                .as("%s on %s at %d, after %s", content, session, second, former)
                .isInstanceOf(isAnother ? Disposition.Stored.class : Disposition.Redelivered.class);
        if (former == null || isAnother) {
            formers.put(content, new Former(session, second, id, 1));
            return former != null;
        }
        assertThat(id).isEqualTo(former.message);
        assertThat(here.row(Stores.id(disposition)).getDeliveryCount())
                .isEqualTo(former.copies + 1);
        boolean isLater = second > former.second;
        formers.put(
                content,
                new Former(
                        isLater ? session : former.session,
                        isLater ? second : former.second,
                        id,
                        former.copies + 1));
        return false;
    }

    private boolean isAnother(Former former, UUID session, int second, Set<Integer> heard) {
        if (second <= former.second) {
            return false;
        }
        Set<Integer> known =
                session.equals(former.session)
                        ? heard
                        : proven.getOrDefault(former.session, Set.of());
        return known.contains(former.second);
    }

    private static Heard heard(SplittableRandom chance, int now) {
        int until = now - chance.nextInt(Math.min(now, 8) + 1);
        Set<Integer> seconds = new HashSet<>();
        for (int second = 0; second < until; second++) {
            seconds.add(second);
        }
        List<Answered.Gap> gaps = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            int first = chance.nextInt(SECONDS);
            int last = first + chance.nextInt(5);
            gaps.add(new Answered.Gap(at(first), at(last)));
            seconds.removeIf(second -> second >= first && second <= last);
        }
        return new Heard(new Answered(at(until), gaps), seconds, until);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
