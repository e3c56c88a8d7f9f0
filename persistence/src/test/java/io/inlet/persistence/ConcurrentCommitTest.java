package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConcurrentCommitTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final int COMMITTERS = 4;
    private static final int TENANTS = 6;
    private static final int MESSAGES_EACH = 400;

    /**
     * Every committer brings the same messages and parts in another order: they meet at every lock
     * that there is.
     */
    @Test
    void four_committers_of_the_same_messages_neither_deadlock_nor_double() throws Exception {
        List<Sms> all = messages(leased(), COMMITTERS);
        List<List<Sms>> each = new ArrayList<>();
        for (int committer = 0; committer < COMMITTERS; committer++) {
            List<Sms> mine = new ArrayList<>(all);
            Collections.shuffle(mine, new Random(committer));
            each.add(mine);
        }
        assertThat(births(each)).isEqualTo(MESSAGES_EACH + MESSAGES_EACH / 8);
    }

    /** They meet at the feeds of the tenants, and at nothing before. */
    @Test
    void four_committers_over_shared_tenants_never_deadlock() throws Exception {
        List<Leased> leased = leased();
        List<List<Sms>> each = new ArrayList<>();
        for (int committer = 0; committer < COMMITTERS; committer++) {
            each.add(messages(leased, committer));
        }
        assertThat(births(each)).isEqualTo(COMMITTERS * (MESSAGES_EACH + MESSAGES_EACH / 8));
    }

    /** Commits lists of messages at once, and counts what was stored for the first time. */
    private static int births(List<List<Sms>> each) throws Exception {
        int before = db.database().dsl().fetchCount(MESSAGES);
        List<Future<List<Disposition>>> running = new ArrayList<>();
        for (List<Sms> mine : each) {
            running.add(Threads.start(() -> commit(mine)));
        }
        List<Disposition> births =
                Threads.results(running).stream()
                        .flatMap(List::stream)
                        .filter(ConcurrentCommitTest::isBirth)
                        .toList();
        int stored = db.database().dsl().fetchCount(MESSAGES);
        assertThat(births).hasSize(stored - before).doesNotHaveDuplicates();
        assertThat(db.database().dsl().fetchCount(FEED)).isEqualTo(stored);
        return births.size();
    }

    private static boolean isBirth(Disposition disposition) {
        return disposition instanceof Disposition.Stored
                || disposition instanceof Disposition.Quarantined;
    }

    private static List<Leased> leased() {
        try (Stores stores = new Stores(db)) {
            List<Leased> leased = new ArrayList<>();
            for (int i = 0; i < TENANTS; i++) {
                leased.add(stores.leased(Environment.LIVE));
            }
            return leased;
        }
    }

    private static List<Sms> messages(List<Leased> leased, int writer) {
        String prefix = writer + " says ";
        List<Sms> all = new ArrayList<>();
        for (int i = 0; i < MESSAGES_EACH; i++) {
            String number = i % 10 == 0 ? "15550001234" : leased.get(i % TENANTS).msisdn();
            all.add(Sms.to(number, prefix + i, NOON));
            if (i % 8 == 0) {
                all.add(Sms.to(number, prefix + "long " + i, NOON).part(1000 * writer + i, 2, 1));
                all.add(Sms.to(number, " end " + i, NOON).part(1000 * writer + i, 2, 2));
            }
        }
        return all;
    }

    private static List<Disposition> commit(List<Sms> messages) {
        List<Disposition> answers = new ArrayList<>();
        try (Stores gateway = new Stores(db)) {
            for (int from = 0; from < messages.size(); from += 50) {
                int end = Math.min(from + 50, messages.size());
                answers.addAll(gateway.commit(messages.subList(from, end)));
            }
        }
        return answers;
    }
}
