package io.inlet.simulator;

import java.util.List;

/** Tells several. */
record DeliveryObservers(List<DeliveryObserver> all) implements DeliveryObserver {
    @Override
    public void sent(long segment, long nanos) {
        all.forEach(observer -> observer.sent(segment, nanos));
    }

    @Override
    public void answered(Answer answer) {
        all.forEach(observer -> observer.answered(answer));
    }

    @Override
    public void unanswered(long segment) {
        all.forEach(observer -> observer.unanswered(segment));
    }

    @Override
    public void acknowledged(long message) {
        all.forEach(observer -> observer.acknowledged(message));
    }
}
