package io.inlet.smpp;

import io.inlet.intake.SessionStore;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of sessions in memory that can be away, or hang. */
final class SessionEvents implements SessionStore {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean away;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    sealed interface Event {
        record Opened(SessionId session, BindId bind) implements Event {}

        record Proven(SessionId session, Answered answered) implements Event {}

        record Closed(SessionId session, String reason) implements Event {}

        record Missed(BindId bind, String reason, String detail) implements Event {}
    }

    void away(boolean isAway) {
        away = isAway;
    }

    void hang() {
        hanging = new CountDownLatch(1);
    }

    void goOn() {
        hanging.countDown();
    }

    List<Event> events() {
        return events;
    }

    <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public BindId register(String carrier, String bind) {
        answer();
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("refused");
        }
        byte[] name = (carrier + "/" + bind).getBytes(StandardCharsets.UTF_8);
        return new BindId(UUID.nameUUIDFromBytes(name));
    }

    @Override
    public void opened(SessionId session, BindId bind, Instant at) {
        answer();
        events.add(new Event.Opened(session, bind));
    }

    @Override
    public void proven(SessionId session, Answered answered) {
        answer();
        events.add(new Event.Proven(session, answered));
    }

    @Override
    public void closed(SessionId session, Instant at, String reason) {
        answer();
        events.add(new Event.Closed(session, reason));
    }

    @Override
    public void missed(BindId bind, String reason, String detail) {
        answer();
        events.add(new Event.Missed(bind, reason, detail));
    }

    private void answer() {
        asked.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException("away"));
        }
    }
}
