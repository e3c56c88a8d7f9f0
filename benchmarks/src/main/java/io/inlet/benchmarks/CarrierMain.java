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
import io.inlet.simulator.script.Script;
import io.inlet.simulator.script.ScriptException;
import io.inlet.simulator.script.ScriptRunner;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The carrier's process. It listens and says its port, is told on standard input what to send, one
 * order a line, and tells on standard output how that goes, a word and a value a line. It ends when
 * its standard input does, or when nobody takes what it says, so that it never outlives the
 * benchmark for long.
 */
public final class CarrierMain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long TICK_MILLIS = 50;

    private final ScriptedSmsc smsc;
    private final AcknowledgedMessages acknowledged;
    private final Path file;
    private final int binds;

    private CarrierMain(
            ScriptedSmsc smsc, AcknowledgedMessages acknowledged, Path file, int binds) {
        this.smsc = smsc;
        this.acknowledged = acknowledged;
        this.file = file;
        this.binds = binds;
    }

    /**
     * Takes the window of each session, how many sessions to wait for, and the file that gets the
     * acknowledged messages.
     */
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
            CarrierMain carrier =
                    new CarrierMain(
                            smsc, acknowledged, Path.of(args[2]), Integer.parseInt(args[1]));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                carrier.send(JSON.readValue(line, LoadOrder.class));
            }
        }
    }

    private void send(LoadOrder order) throws Exception {
        if (!smsc.awaitReceivers(binds, PATIENCE)) {
            throw new IllegalStateException("the gateway did not bind");
        }
        long before = acknowledged.begin();
        long start = System.nanoTime();
        Load load = smsc.load(plan(order, smsc.ledger().counts().handed()), messages(order));
        Thread harm = harm(order.script());
        while (!isMade(load)) {
            say(Carrier.PROGRESS, smsc.ledger().acknowledged());
            if (System.nanoTime() - start > LONGEST.toNanos() + order.millis() * 1_000_000) {
                throw new IllegalStateException("the load takes too long");
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long inTime = smsc.ledger().acknowledged() - before;
        harm.interrupt();
        harm.join();
        say(Carrier.MADE, load.madeSoFar());
        // The observer hears of an answer a moment after the ledger has it.
        if (!smsc.ledger().awaitSettled(PATIENCE)
                || !acknowledged.await(smsc.ledger().acknowledged(), PATIENCE)) {
            throw new IllegalStateException("not all was answered: " + smsc.ledger().counts());
        }
        Files.write(file, acknowledged.toOctets());
        say(Carrier.RESULT, JSON.writeValueAsString(result(inTime, seconds)));
    }

    /** Goes through a script, over and over, until it is interrupted. */
    private Thread harm(String script) throws ScriptException {
        Script steps = Script.parse(script);
        return Thread.ofPlatform()
                .name("harm")
                .start(() -> {
                    try {
                        while (!script.isEmpty()) {
                            new ScriptRunner(smsc).run(steps);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static LoadPlan plan(LoadOrder order, long firstIndex) {
        LoadPlan plan =
                order.perSecond() > 0
                        ? LoadPlan.steady(order.perSecond())
                        : LoadPlan.asWindowsAllow();
        plan = plan.from(firstIndex);
        return order.count() > 0
                ? plan.count(order.count())
                : plan.during(Duration.ofMillis(order.millis()));
    }

    private static LoadMessages messages(LoadOrder order) {
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

    private LoadResult result(long acknowledgedInTime, double seconds) {
        LedgerCounts counts = smsc.ledger().counts();
        return new LoadResult(
                counts.handed(),
                counts.acknowledged(),
                counts.sends(),
                counts.refusals(),
                smsc.violationCount(),
                acknowledgedInTime,
                seconds,
                acknowledged.response());
    }

    private static void say(String word, Object value) {
        System.out.println(word + " " + value);
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1);
        }
    }
}
