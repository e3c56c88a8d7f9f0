package io.inlet.smpp;

import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.UnreadableFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One deliver_sm of an SMS, from the carrier to the end that it finds. */
final class SimulatedCopy {
    private static final BindId BIND = new BindId(new UUID(1, 1));

    final int content;
    final int sms;
    final int sequence;
    final SimulatedLink link;
    final Instant sentAt;

    private @Nullable Arrival arrival;
    private @Nullable Request request;
    private @Nullable Instant readAt;

    /** When its answer left, and whether that was an ESME_ROK. */
    @Nullable Instant answeredAt;

    boolean isAcknowledged;

    SimulatedCopy(int content, int sms, int sequence, SimulatedLink link, Instant sentAt) {
        this.content = content;
        this.sms = sms;
        this.sequence = sequence;
        this.link = link;
        this.sentAt = sentAt;
    }

    /** The gateway has read it. */
    Request read(World world, Instant arrivedAt, Window window) {
        readAt = world.now();
        Origin origin = new Origin("acme", BIND, link.session, false);
        arrival =
                new UnreadableFrame(
                        origin, arrivedAt, window.settled(arrivedAt), Octets.EMPTY, "simulated");
        request = new Request(Pdus.frame(Pdus.deliverSm(sequence, "x")), arrivedAt, world.nanos());
        return request;
    }

    Request request() {
        return Objects.requireNonNull(request);
    }

    Arrival arrival() {
        return Objects.requireNonNull(arrival);
    }

    Instant arrivedAt() {
        return arrival().receivedAt();
    }

    /** By the world's clock. */
    Instant readAt() {
        return Objects.requireNonNull(readAt);
    }

    boolean isAnsweredInTime() {
        return isAcknowledged
                && answeredAt != null
                && Duration.between(readAt(), answeredAt)
                                .compareTo(BindTimers.DEFAULT.responseBudget())
                        <= 0;
    }

    @Override
    public String toString() {
        return "copy of SMS %d (content %d) over %s, sent %s, read %s, answered %s%s"
                .formatted(
                        sms,
                        content,
                        link.session,
                        sentAt,
                        readAt,
                        answeredAt,
                        isAcknowledged ? " with ESME_ROK" : "");
    }
}
