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
        List<Sms> all;
        List<Future<List<Disposition>>> running = new ArrayList<>();
        try (Stores setUp = new Stores(db)) {
            all = messages(setUp);
        }
        for (int committer = 0; committer < COMMITTERS; committer++) {
            List<Sms> mine = new ArrayList<>(all);
            Collections.shuffle(mine, new Random(committer));
            running.add(Threads.start(() -> commit(mine)));
        }
        List<Disposition> answers =
                Threads.results(running).stream().flatMap(List::stream).toList();

        assertThat(answers).hasSize(COMMITTERS * all.size());
        int whole = MESSAGES_EACH + MESSAGES_EACH / 8;
        assertThat(answers.stream().filter(ConcurrentCommitTest::isBirth)).hasSize(whole);
        assertThat(db.database().dsl().fetchCount(MESSAGES)).isEqualTo(whole);
        assertThat(db.database().dsl().fetchCount(FEED)).isEqualTo(whole);
    }

    private static boolean isBirth(Disposition disposition) {
        return disposition instanceof Disposition.Stored
                || disposition instanceof Disposition.Quarantined;
    }

    private static List<Sms> messages(Stores stores) {
        List<Leased> leased = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            leased.add(stores.leased(Environment.LIVE));
        }
        List<Sms> all = new ArrayList<>();
        for (int i = 0; i < MESSAGES_EACH; i++) {
            String number = i % 10 == 0 ? "15550001234" : leased.get(i % TENANTS).msisdn();
            all.add(Sms.to(number, "message " + i, NOON));
            if (i % 8 == 0) {
                all.add(Sms.to(number, "long " + i, NOON).part(i / 8, 2, 1));
                all.add(Sms.to(number, " end " + i, NOON).part(i / 8, 2, 2));
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
