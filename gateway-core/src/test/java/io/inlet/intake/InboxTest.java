package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Intake.Pending;
import io.inlet.sms.SegmentFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private final List<Pending> taken = new ArrayList<>();

    @Test
    void offer_that_slips_in_after_the_last_look_is_given_back() {
        Inbox[] inbox = new Inbox[1];
        inbox[0] =
                new Inbox(
                        new ArrayBlockingQueue<>(5) {
                            @Override
                            public boolean offer(Pending pending) {
                                inbox[0].close();
                                inbox[0].drainTo(taken, 5);
                                return super.offer(pending);
                            }
                        });

        assertThat(inbox[0].offer(pending())).isEqualTo(Deferred.Reason.STOPPING);
        assertThat(taken).isEmpty();
        assertThat(inbox[0].depth()).isZero();
    }

    @Test
    void offer_that_the_lane_takes_at_its_last_look_is_the_lanes_to_answer() {
        Inbox[] inbox = new Inbox[1];
        inbox[0] =
                new Inbox(
                        new ArrayBlockingQueue<>(5) {
                            @Override
                            public boolean offer(Pending pending) {
                                boolean offered = super.offer(pending);
                                inbox[0].close();
                                inbox[0].drainTo(taken, 5);
                                return offered;
                            }
                        });

        assertThat(inbox[0].offer(pending())).isNull();
        assertThat(taken).hasSize(1);
    }

    @Test
    void what_came_before_the_close_stays_for_the_lane() {
        Inbox inbox = new Inbox(new ArrayBlockingQueue<>(1));
        assertThat(inbox.offer(pending())).isNull();
        assertThat(inbox.offer(pending())).isEqualTo(Deferred.Reason.INTAKE_FULL);
        inbox.close();

        assertThat(inbox.offer(pending())).isEqualTo(Deferred.Reason.STOPPING);
        assertThat(inbox.isFinished()).isFalse();
        inbox.drainTo(taken, 5);
        assertThat(taken).hasSize(1);
        assertThat(inbox.isFinished()).isTrue();
    }

    private static Pending pending() {
        return new Pending(SegmentFixture.saying("text").build(), new CompletableFuture<>());
    }
}
