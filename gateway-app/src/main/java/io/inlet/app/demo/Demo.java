package io.inlet.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.simulator.ScriptedSmsc;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays a scene between a carrier and a few lessees, over a gateway that runs already, and prints
 * what each lessee reads. For one thread.
 */
public final class Demo implements AutoCloseable {
    private static final Duration SCENE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Stage stage;
    private final Api operations;
    private final Pool pool = new Pool();
    private final Scene scene = new Scene(pool.leased(), pool.unleased());
    private final List<Thread> lessees = new ArrayList<>();
    private Api consumer;
    private Audience audience;
    private List<JsonNode> leases = List.of();
    private String tenant = "";
    private String key = "";

    /**
     * Where the scene plays.
     *
     * @param http the consumers' listener
     * @param ops the operators' listener
     * @param opsKey the operators' key
     * @param carrier a carrier to which the gateway binds
     * @param config where the gateway's configuration is
     * @param clock when the carrier sent what
     * @param out for people
     */
    public record Stage(
            URI http,
            URI ops,
            String opsKey,
            Path config,
            ScriptedSmsc carrier,
            SendTimes clock,
            PrintWriter out) {}

    public Demo(Stage stage) {
        this.stage = stage;
        this.operations = new Api(stage.ops(), stage.opsKey());
        this.consumer = operations;
        this.audience = new Audience(List.of(), stage.clock(), new Table(stage.out()));
    }

    /** Makes tenant and numbers as an operator would, and takes leases as a consumer would. */
    public void prepare() throws InterruptedException {
        pool.importInto(operations);
        tenant =
                operations
                        .post(
                                "/ops/v1/tenants",
                                "application/json",
                                "{\"name\": \"Demo\", \"environment\": \"sandbox\"}")
                        .path("id")
                        .asText();
        key =
                operations
                        .post(
                                "/ops/v1/tenants/" + tenant + "/principals",
                                "application/json",
                                "{\"name\": \"demo\"}")
                        .path("key")
                        .asText();
        consumer = new Api(stage.http(), key);
        leases = pool.lease(consumer);
        stage.out()
                .printf(
                        "  %d numbers in the pool, a sandbox tenant, %d leases%n%n",
                        pool.size(), leases.size());
    }

    /**
     * Lets the carrier send its dozen and prints what the lessees read.
     *
     * @return whether every message came out as expected, and nothing else did
     */
    public boolean play() throws InterruptedException {
        List<Line> lines = scene.lines();
        Table table = new Table(stage.out());
        audience = new Audience(lines, stage.clock(), table);
        table.head();
        for (JsonNode lease : leases) {
            lessees.add(listen(lease));
        }
        for (Line line : lines) {
            send(line);
        }
        boolean settled = stage.carrier().ledger().awaitSettled(SCENE);
        boolean complete = audience.await(SCENE) && settled;
        audience.report(complete);
        return complete && audience.sawNothingElse();
    }

    /** Goes on sending a code to a number every ten seconds, until interrupted. */
    public void stayUp() throws InterruptedException {
        new Invitation(stage, tenant, key, leases).print();
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; !never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS); i++) {
            send(scene.another(i % Pool.LEASED, 100_000 + (i * 7_919) % 900_000));
        }
    }

    @Override
    public void close() {
        lessees.forEach(Thread::interrupt);
        consumer.close();
        operations.close();
    }

    private void send(Line line) {
        audience.follow(line, () -> stage.carrier().send(line.message()));
    }

    private Thread listen(JsonNode lease) {
        Lessee lessee =
                new Lessee(
                        consumer,
                        lease.path("lease").path("id").asText(),
                        lease.path("cursor").asText(),
                        audience::read);
        return Thread.ofVirtual().name("lessee").start(lessee);
    }
}
