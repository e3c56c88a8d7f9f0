package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.inlet.sms.Arrival;
import java.util.concurrent.CompletableFuture;

/** Where arrivals go. Event loops call it: it must never block. */
@FunctionalInterface
public interface Inbox {
    /**
     * Takes an arrival.
     *
     * @return completes once, on any thread, when the arrival is durable or must come again
     */
    CompletableFuture<Disposition> accept(Arrival arrival);
}
