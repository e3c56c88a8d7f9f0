package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.intake.Disposition;
import io.inlet.intake.Failure;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.FailureStore.Reprocessed;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Submission;
import io.inlet.lease.Lease;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Answered;
import io.inlet.sms.Arrival;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.StoredPduReader;
import io.inlet.sms.UnreadableFrame;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailuresTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final FailureQuery ALL = query(null, 100);

    private final Stores stores = new Stores(db);
    private final Stores otherGateway = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);

    /** What the bind's settings make readable, by its text. */
    private final Map<String, Sms> readable = new HashMap<>();

    private final StoredPduReader settings = this::read;

    @BeforeEach
    void nothingFailedYet() {
        db.database().dsl().deleteFrom(QUARANTINE).execute();
        db.rows().bind(Sms.BIND, "b1");
    }

    @AfterEach
    void close() {
        stores.close();
        otherGateway.close();
    }

    private Arrival read(Origin origin, Instant at, Octets pdu) {
        Sms sms = readable.get(Sms.textOf(pdu));
        return sms == null
                ? new UnreadableFrame(origin, at, Answered.NOTHING, pdu, "still not readable")
                : sms.at(at).over(origin.session().uuid()).segment();
    }

    private static FailureQuery query(@Nullable MessageId after, int limit) {
        return new FailureQuery(List.of(), null, null, null, null, null, after, limit);
    }

    private Failure fail(Sms sms) {
        stores.messages.commit(List.of(stores.raw(sms)));
        return stores.failures(settings).list(ALL).getLast();
    }

    private Sms sms(String text) {
        return Sms.to(leased.msisdn(), text, NOON);
    }

    private Reprocessed reprocess() {
        return stores.failures(settings).reprocess(ALL);
    }

    @Test
    void failures_are_listed_by_what_is_asked_and_without_content() {
        Failure one = fail(sms("one"));
        stores.messages.commit(List.of(stores.raw(sms("two").at(NOON.plusSeconds(60)))));
        assertThat(one.reason()).isEqualTo(QuarantineReason.UNREADABLE);
        assertThat(one.problem()).isEqualTo("no ? end");
        assertThat(one.bindName()).isEqualTo("b1");
        assertThat(one.arrivedAt()).isEqualTo(NOON);
        var failures = stores.failures(settings);
        assertThat(failures.list(ALL)).hasSize(2).first().isEqualTo(one);
        assertThat(failures.list(query(one.id(), 100))).hasSize(1);
        assertThat(failures.list(query(null, 1))).containsExactly(one);
        assertThat(
                        failures.list(
                                new FailureQuery(
                                        List.of(one.id()),
                                        "testcarrier",
                                        "b1",
                                        QuarantineReason.UNREADABLE,
                                        NOON,
                                        NOON.plusSeconds(1),
                                        null,
                                        10)))
                .containsExactly(one);
        assertThat(
                        failures.list(
                                new FailureQuery(
                                        List.of(), null, "b2", null, null, null, null, 10)))
                .isEmpty();
    }

    @Test
    void what_is_readable_now_becomes_a_message_that_arrived_when_it_did() {
        Failure failure = fail(sms("code 271828"));
        readable.put("code 271828", sms("code 271828"));
        stores.clockAt(NOON.plusSeconds(600));

        assertThat(reprocess()).isEqualTo(new Reprocessed(1, 1, 0, 0, 0, 0, null));
        var message = stores.seenBy(leased).getFirst();
        assertThat(message.id()).isEqualTo(failure.id());
        assertThat(message.times().receivedAt()).isEqualTo(NOON);
        assertThat(stores.events(leased))
                .extracting(FeedEntry::type)
                .containsExactly(EventType.CODE_RECEIVED);
        assertThat(stores.failures(settings).list(ALL)).isEmpty();
        assertThat(reprocess()).isEqualTo(new Reprocessed(0, 0, 0, 0, 0, 0, null));
    }

    @Test
    void what_is_still_not_readable_stays_with_its_new_problem() {
        fail(sms("noise"));
        assertThat(reprocess()).isEqualTo(new Reprocessed(1, 0, 0, 0, 0, 1, null));
        assertThat(stores.failures(settings).list(ALL))
                .extracting(Failure::problem)
                .containsExactly("still not readable");
    }

    @Test
    void message_goes_to_the_lease_of_its_time_and_never_to_a_later_one() {
        Sms old = sms("for the former");
        fail(old);
        readable.put("for the former", old);
        Instant released = NOON.plusSeconds(10);
        try (LockHolder holder = new LockHolder(db)) {
            holder.endForGood(leased.lease().uuid(), released);
            holder.commit();
        }
        Instant end = Stores.period().expiresAt();
        var later =
                db.rows()
                        .lease(
                                leased.caller(),
                                leased.number().id(),
                                new Lease.Period(released, end, end, end));
        stores.commit(sms("for the later").at(released));
        reprocess();
        assertThat(stores.textsSeenBy(leased)).containsExactly("for the former");
        assertThat(stores.textsSeenBy(new Leased(leased.caller(), leased.number(), later)))
                .containsExactly("for the later");
    }

    @Test
    void message_of_a_time_without_lease_is_nobodys() {
        Sms early = sms("early").at(Stores.period().startsAt().minusSeconds(1));
        fail(early);
        readable.put("early", early);
        assertThat(reprocess()).isEqualTo(new Reprocessed(1, 0, 0, 1, 0, 0, null));
        assertThat(stores.events(leased)).isEmpty();
    }

    @Test
    void message_that_the_store_had_refused_is_not_taken_for_a_copy_of_itself() {
        Sms refused = sms("refused once");
        Submission whole = stores.submissions(List.of(refused)).getFirst();
        stores.messages.commit(
                List.of(
                        new Submission.Raw(
                                UnreadableFrame.of(whole.arrival(), "22021"),
                                QuarantineReason.REFUSED_BY_STORE,
                                whole.fingerprint(),
                                whole.id())));
        readable.put("refused once", refused);
        assertThat(reprocess()).isEqualTo(new Reprocessed(1, 1, 0, 0, 0, 0, null));
        assertThat(stores.textsSeenBy(leased)).containsExactly("refused once");
        // And a copy that the carrier sends now is the same SMS.
        assertThat(stores.commit(refused.at(NOON.plusSeconds(5))))
                .isEqualTo(new Disposition.Redelivered(whole.id()));
    }

    @Test
    void copy_of_a_message_that_came_readable_meanwhile_is_no_second_one() {
        Sms sms = sms("sent again");
        fail(sms);
        readable.put("sent again", sms);
        stores.commit(sms.at(NOON.plusSeconds(30)));
        assertThat(reprocess()).isEqualTo(new Reprocessed(1, 0, 0, 0, 1, 0, null));
        assertThat(stores.textsSeenBy(leased)).containsExactly("sent again");
        assertThat(stores.failures(settings).list(ALL)).isEmpty();
    }

    @Test
    void failures_that_turn_out_to_be_one_sms_make_one_message() {
        Sms sms = sms("the same");
        fail(sms("the same, padded"));
        fail(sms("the same, cut"));
        readable.put("the same, padded", sms);
        readable.put("the same, cut", sms);
        assertThat(reprocess()).isEqualTo(new Reprocessed(2, 1, 0, 0, 1, 0, null));
        assertThat(stores.textsSeenBy(leased)).containsExactly("the same");
    }

    @Test
    void parts_of_a_long_message_meet() {
        for (int number = 1; number <= 3; number++) {
            Sms part = sms("<" + number + ">").part(1, 3, number);
            fail(part);
            readable.put(part.text(), part);
        }
        var failures = stores.failures(settings);
        Reprocessed first = failures.reprocess(query(null, 2));
        assertThat(first.parts()).isEqualTo(2);
        assertThat(failures.reprocess(query(first.next(), 2)).messages()).isEqualTo(1);
        assertThat(stores.textsSeenBy(leased)).containsExactly("<1><2><3>");
    }

    @Test
    void what_came_over_a_simulated_bind_does_not_reach_a_live_number_later_either() {
        fail(sms("simulated").overSimulatedBind());
        StoredPduReader asStored =
                (origin, at, pdu) ->
                        origin.simulated()
                                ? sms("simulated").overSimulatedBind().segment()
                                : sms("simulated").segment();
        assertThat(stores.failures(asStored).reprocess(ALL).quarantined()).isEqualTo(1);
        assertThat(stores.events(leased)).isEmpty();
    }

    @Test
    void purged_failure_stays_away() {
        fail(sms("gone"));
        readable.put("gone", sms("gone"));
        db.database().dsl().execute("DELETE FROM content_key WHERE day IS NOT NULL");
        assertThat(reprocess().failed()).isEqualTo(1);
        assertThat(stores.failures(settings).list(ALL))
                .extracting(Failure::problem)
                .containsExactly("its content was purged");
    }

    @Test
    void two_gateways_at_once_make_each_failure_one_message() throws Exception {
        int count = 200;
        for (int i = 0; i < count; i++) {
            stores.messages.commit(List.of(stores.raw(sms("number " + i))));
            readable.put("number " + i, sms("number " + i));
        }
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<Integer>> running = new ArrayList<>();
        for (Stores gateway : List.of(stores, otherGateway)) {
            Callable<Integer> all =
                    () -> {
                        barrier.await(60, TimeUnit.SECONDS);
                        return reprocessAll(gateway);
                    };
            running.add(Threads.start(all));
        }
        int messages = Threads.results(running).stream().mapToInt(Integer::intValue).sum();
        assertThat(messages).isEqualTo(count);
        assertThat(stores.textsSeenBy(leased)).hasSize(count).doesNotHaveDuplicates();
        assertThat(stores.failures(settings).list(ALL)).isEmpty();
    }

    private int reprocessAll(Stores gateway) {
        var failures = gateway.failures(settings);
        Reprocessed page = failures.reprocess(query(null, 20));
        int messages = page.messages();
        while (page.next() != null) {
            page = failures.reprocess(query(page.next(), 20));
            messages += page.messages();
        }
        return messages;
    }

    @Test
    void transaction_that_breaks_leaves_the_failure_as_it_was() throws Exception {
        stores.commit(sms("first"));
        fail(sms("later"));
        readable.put("later", sms("later"));
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(leased.tenant());
            var running = Threads.start(this::reprocess);
            holder.awaitWaiter();
            holder.killWaiter();
            assertThat(running).failsWithin(Duration.ofSeconds(30));
        }
        assertThat(stores.failures(settings).list(ALL)).hasSize(1);
        assertThat(reprocess().messages()).isEqualTo(1);
        assertThat(stores.textsSeenBy(leased)).containsExactly("first", "later");
    }
}
