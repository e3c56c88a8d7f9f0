package io.inlet.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * 5,000 messages a second over 16 binds on two gateways that share one database, while the carrier
 * does harm every few seconds: nothing acknowledged may be missing or there twice, heap and threads
 * stay flat, and no bind stays away longer than what was done to it and its back-off.
 */
final class Soak implements Phase {
    private static final int PER_SECOND = 5_000;
    private static final int NUMBERS = 1_000;
    private static final Cast CAST = new Cast(2, 8, 50);
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    /**
     * What the carrier does to a bind lasts 25 s at most (two bind_resp that never come), and then
     * its back-off runs out: 60 s and a tenth of jitter, if its sessions were short again and
     * again.
     */
    private static final double LONGEST_AWAY_SECONDS = 25 + 60 * 1.1;

    /** So much more at the end than at the beginning is still flat. */
    private static final double FLAT = 1.25;

    private final int seed;

    /**
     * @param seed repeats the harm of another run
     */
    Soak(int seed) {
        this.seed = seed;
    }

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        try (Stage stage = setting.stage("soak")) {
            stage.startAll(CAST);
            LeasedNumbers.make(stage, NUMBERS);
            Carrier carrier = stage.carrier();
            carrier.send(LoadOrder.openLoop(NUMBERS, PER_SECOND, setting.warmUp(WARM_UP)));
            carrier.awaitResult();
            setting.out().say("warm; soaking for " + setting.length().toSeconds() + " s");
            try (GatewayWatch first = GatewayWatch.of(stage, 0);
                    GatewayWatch second = GatewayWatch.of(stage, 1)) {
                carrier.send(
                        LoadOrder.openLoop(NUMBERS, PER_SECOND, setting.length())
                                .withHarm(harm(setting.length())));
                carrier.awaitMade();
                LoadResult result = carrier.awaitResult();
                return result(stage, result, List.of(first, second));
            }
        }
    }

    private String harm(Duration length) {
        return "chaos every 3s seed %d for %ds".formatted(seed, length.toSeconds());
    }

    private PhaseResult result(Stage stage, LoadResult load, List<GatewayWatch> gateways)
            throws Exception {
        StoredMessages stored = StoredMessages.read(stage);
        BitSet missing = stage.carrier().acknowledged();
        missing.andNot(stored.indexes());
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("messages handed to the gateways", PER_SECOND, "/s"));
        figures.add(Figure.count("messages acknowledged", load.acknowledged()));
        figures.add(Figure.count("deliver_sm sent again", load.attempts() - load.handed()));
        figures.add(Figure.count("answers other than ESME_ROK", load.refusals()));
        figures.addAll(load.response().figures("deliver_sm to response", Target.atMost(10_000)));
        figures.add(
                Figure.count("acknowledged messages missing", missing.cardinality())
                        .with(Target.atMost(0)));
        figures.add(Figure.count("messages stored twice", stored.twice()).with(Target.atMost(0)));
        figures.add(
                Figure.count("stored messages that nobody can read", stored.unreadable())
                        .with(Target.atMost(0)));
        for (GatewayWatch gateway : gateways) {
            figures.addAll(gateway.figures(FLAT, LONGEST_AWAY_SECONDS));
        }
        List<String> losses = new ArrayList<>();
        if (!missing.isEmpty() || stored.twice() > 0) {
            losses.add(
                    "soak: %,d missing, %,d twice"
                            .formatted(missing.cardinality(), stored.twice()));
        }
        return new PhaseResult(ServerSettings.read(stage.login()), figures, losses);
    }
}
