package io.inlet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpStatus;
import io.inlet.benchmarks.LeasedNumbers.LeasedNumber;
import io.inlet.simulator.run.LoadText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Lessees who wait for codes, one on each lease: each asks, and asks again from the new cursor as
 * soon as it has an answer. Few connections and two threads serve them all. Any thread may look.
 */
final class Readers implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FAILURES = 10_000;

    private final ClientFactory factory = ClientFactory.builder().workerGroup(2).build();
    private final WebClient client;
    private final BitSet read = new BitSet();
    private final Histogram micros = new Histogram(3);
    private long twice;
    private long failures;
    private long measureFromMicros = Long.MAX_VALUE;
    private boolean closed;

    /** Starts them on a gateway's listener for consumers. */
    Readers(URI http, List<LeasedNumber> leases) {
        client =
                WebClient.builder("h2c://" + http.getAuthority())
                        .factory(factory)
                        .responseTimeout(Duration.ofSeconds(60))
                        .build();
        leases.forEach(lease -> ask(lease, lease.cursor()));
    }

    private void ask(LeasedNumber lease, String cursor) {
        var _ =
                client.prepare()
                        .get("/v1/leases/{id}/code")
                        .pathParam("id", lease.id())
                        .queryParam("after", cursor)
                        .queryParam("timeout", "30s")
                        .header(HttpHeaderNames.AUTHORIZATION, "Bearer " + lease.key())
                        .execute()
                        .aggregate()
                        .whenComplete(
                                (response, failure) -> goOn(lease, cursor, response, failure));
    }

    // On a thread of the client.
    private void goOn(
            LeasedNumber lease,
            String cursor,
            @Nullable AggregatedHttpResponse answer,
            @Nullable Throwable failure) {
        long now = nowMicros();
        try {
            if (answer == null || !answer.status().equals(HttpStatus.OK)) {
                throw new IOException(answer == null ? "none: " + failure : answer.contentUtf8());
            }
            JsonNode wait = JSON.readTree(answer.content().array());
            if (wait.path("status").asText().equals("received")) {
                note(LoadText.parse(wait.path("message").path("content").asText()), now);
            }
            if (!isClosed()) {
                ask(lease, wait.path("cursor").asText());
            }
        } catch (IOException e) {
            if (mayTryAgain(e)) {
                ask(lease, cursor);
            }
        }
    }

    private synchronized void note(@Nullable LoadText text, long now) throws IOException {
        if (text == null) {
            throw new IOException("not the text of a load");
        }
        int index = Math.toIntExact(text.index());
        if (read.get(index)) {
            twice++;
        }
        read.set(index);
        if (text.sentMicros() >= measureFromMicros) {
            micros.recordValue(Math.max(0, now - text.sentMicros()));
        }
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean mayTryAgain(IOException failure) {
        if (closed) {
            return false;
        }
        if (failures++ == 0) {
            System.err.println("a reader's first bad answer: " + failure.getMessage());
        }
        return failures <= MOST_FAILURES;
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Counts latencies of messages that were to go out at this instant or later. */
    synchronized void measureFrom(long microsSince1970) {
        measureFromMicros = microsSince1970;
    }

    /** Waits until so many messages have been read, or for so long. */
    synchronized void awaitRead(long messages, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (read.cardinality() < messages && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    /** Which messages were read, by their indexes. */
    synchronized BitSet read() {
        return (BitSet) read.clone();
    }

    synchronized long twice() {
        return twice;
    }

    synchronized long failures() {
        return failures;
    }

    /** From the instant at which a message was to go out to its text in its reader's hands. */
    synchronized Latency latency() {
        return Latency.of(micros);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        factory.close();
    }
}
