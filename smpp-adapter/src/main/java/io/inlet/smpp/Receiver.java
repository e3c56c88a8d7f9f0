package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.inlet.sms.Arrival;
import io.inlet.sms.Origin;
import io.inlet.sms.UnreadableFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the PDUs of one session that carry messages: reads them, hands them to the intake, and has
 * them answered by what it says. Owned by the session's event loop.
 */
final class Receiver {
    private static final Logger log = LoggerFactory.getLogger(Receiver.class);

    private final BindContext context;
    private final Origin origin;
    private final Answers answers;
    private final Window window;
    private final ArrivalClock clock;
    private final PduReader reader;

    Receiver(BindContext context, Origin origin, Answers answers, Window window) {
        this.context = context;
        this.origin = origin;
        this.answers = answers;
        this.window = window;
        this.clock = new ArrivalClock(context.ports().clock());
        this.reader = new PduReader(context.bind());
    }

    /** An instant later than every arrival so far. */
    Instant now() {
        return clock.next();
    }

    /** Whether the machine's clock has gone back behind what has arrived. */
    boolean isClockSetBack() {
        return clock.isSetBack();
    }

    /**
     * Takes a deliver_sm or data_sm.
     *
     * @return false if it was refused, since too much waits for its answer
     */
    boolean take(Frame.Pdu pdu, long nowNanos) {
        Instant arrival = clock.next();
        context.tally().received(arrival);
        observer().received(carrier(), bind());
        if (!answers.hasRoomFor(pdu.pdu().length())) {
            answers.refuse(pdu, nowNanos);
            return false;
        }
        switch (reader.read(pdu)) {
            case Reading.Receipt receipt -> {
                log.debug("bind {} brought a {}", bind(), receipt);
                observer().receipt(carrier(), bind(), receipt.kind(), receipt.state());
                answers.acknowledge(pdu, nowNanos);
            }
            case Reading.Unreadable unreadable -> {
                observer().unreadable(carrier(), bind());
                hand(pdu, frame(pdu, arrival, unreadable), nowNanos);
            }
            case Reading.ShortMessage message -> {
                Instant sentAt = message.facts().sentAt();
                if (sentAt != null) {
                    observer().lag(carrier(), bind(), Duration.between(sentAt, arrival));
                }
                var segment = message.segment(origin, arrival, window.settled(arrival), pdu.pdu());
                hand(pdu, segment, nowNanos);
            }
        }
        return true;
    }

    private void hand(Frame.Pdu pdu, Arrival arrival, long nowNanos) {
        Request request = new Request(pdu, arrival.receivedAt(), nowNanos);
        answers.await(request);
        CompletableFuture<Disposition> answer;
        try {
            answer = context.ports().inbox().accept(arrival);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        var _ =
                answer.whenComplete((disposition, failure) -> {
                    if (failure != null) {
                        log.error("the intake failed on a message of bind {}", bind(), failure);
                    }
                    answers.ready(request, failure == null ? disposition : null);
                });
    }

    private UnreadableFrame frame(Frame.Pdu pdu, Instant arrival, Reading.Unreadable unreadable) {
        return new UnreadableFrame(
                origin, arrival, window.settled(arrival), pdu.pdu(), unreadable.problem());
    }

    private CarrierObserver observer() {
        return context.observer();
    }

    private String carrier() {
        return context.carrier().name();
    }

    private String bind() {
        return context.bind().name();
    }
}
