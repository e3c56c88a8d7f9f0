package io.inlet.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.simulator.LedgerCounts;
import io.inlet.simulator.Load;
import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.Redelivery;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.run.Destinations;
import io.inlet.simulator.run.LoadMessages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The carrier's process. It listens, says its port, is told on standard input what to send, sends
 * it, and tells on standard output how that goes, a word and a value on each line. It ends when its
 * standard input does, so that it never outlives the benchmark.
 */
public final class CarrierMain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long TICK_MILLIS = 50;

    private final ScriptedSmsc smsc;
    private final AcknowledgedMessages acknowledged;
    private final LoadOrder order;

    private CarrierMain(ScriptedSmsc smsc, AcknowledgedMessages acknowledged, LoadOrder order) {
        this.smsc = smsc;
        this.acknowledged = acknowledged;
        this.order = order;
    }

    /** Takes the window of each session and the file that gets the acknowledged messages. */
    public static void main(String[] args) throws Exception {
        AcknowledgedMessages acknowledged = new AcknowledgedMessages();
        SmscSettings settings =
                SmscSettings.DEFAULT
                        .withWindow(Integer.parseInt(args[0]))
                        .withRedelivery(Redelivery.after(Duration.ofMillis(200)));
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ScriptedSmsc smsc = ScriptedSmsc.start(settings, acknowledged)) {
            say(Carrier.LISTENING, smsc.port());
            String order = in.readLine();
            if (order != null) {
                Thread parent = endWith(in);
                new CarrierMain(smsc, acknowledged, JSON.readValue(order, LoadOrder.class)).run();
                Files.write(Path.of(args[1]), acknowledged.toOctets());
                say(Carrier.END, 0);
                parent.join(); // stays bound, as a carrier does that has nothing to send
            }
        }
    }

    private static Thread endWith(BufferedReader in) {
        return Thread.ofPlatform()
                .daemon()
                .name("parent")
                .start(() -> {
                    try {
                        in.readLine();
                    } catch (IOException e) {
                        // Gone all the same.
                    }
                    Runtime.getRuntime().halt(1);
                });
    }

    private void run() throws Exception {
        if (!smsc.awaitReceivers(Stage.BINDS, PATIENCE)) {
            throw new IllegalStateException("the gateway did not bind");
        }
        long start = System.nanoTime();
        long warmAt = start + Duration.ofMillis(order.warmUpMillis()).toNanos();
        Load load = smsc.load(plan(), messages());
        Measurement measurement = null;
        while (!isMade(load)) {
            say(Carrier.PROGRESS, smsc.ledger().acknowledged());
            if (measurement == null && System.nanoTime() >= warmAt) {
                measurement = Measurement.begin(smsc, acknowledged);
                say(Carrier.MEASURING, measurement.sinceMicros());
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("the load takes too long");
            }
        }
        if (measurement == null) {
            throw new IllegalStateException("the load was over before its warm-up");
        }
        Measurement.Sum sum = measurement.end(smsc);
        say(Carrier.MEASURED, smsc.ledger().acknowledged());
        // The observer hears of an answer a moment after the ledger has it.
        if (!smsc.ledger().awaitSettled(PATIENCE)
                || !acknowledged.await(smsc.ledger().acknowledged(), PATIENCE)) {
            throw new IllegalStateException("not all was answered: " + smsc.ledger().counts());
        }
        say(Carrier.RESULT, JSON.writeValueAsString(result(sum)));
    }

    private LoadPlan plan() {
        LoadPlan plan =
                order.perSecond() > 0
                        ? LoadPlan.steady(order.perSecond())
                        : LoadPlan.asWindowsAllow();
        return order.count() > 0
                ? plan.count(order.count())
                : plan.during(Duration.ofMillis(order.warmUpMillis() + order.millis()));
    }

    private LoadMessages messages() {
        String first = Long.toString(LoadOrder.FIRST_NUMBER);
        return new LoadMessages(new Destinations(first, order.numbers()), "Acme");
    }

    private static boolean isMade(Load load) throws ExecutionException, InterruptedException {
        try {
            load.made().get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private LoadResult result(Measurement.Sum sum) {
        LedgerCounts counts = smsc.ledger().counts();
        return new LoadResult(
                counts.handed(),
                counts.acknowledged(),
                counts.sends(),
                counts.refusals(),
                smsc.violationCount(),
                sum.acknowledged(),
                sum.seconds(),
                acknowledged.response());
    }

    /** What is counted from the end of the warm-up on. */
    private record Measurement(long sinceNanos, long sinceMicros, long acknowledgedBefore) {
        record Sum(long acknowledged, double seconds) {}

        static Measurement begin(ScriptedSmsc smsc, AcknowledgedMessages acknowledged) {
            long nanos = System.nanoTime();
            acknowledged.measureFrom(nanos);
            return new Measurement(nanos, Readers.nowMicros(), smsc.ledger().acknowledged());
        }

        Sum end(ScriptedSmsc smsc) {
            long acknowledged = smsc.ledger().acknowledged() - acknowledgedBefore;
            return new Sum(acknowledged, (System.nanoTime() - sinceNanos) / 1e9);
        }
    }

    private static void say(String word, Object value) {
        System.out.println(word + " " + value);
        System.out.flush();
    }
}
