package io.inlet.benchmarks;

import io.inlet.benchmarks.Stage.Victims;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** kill -9 in the middle of a closed loop, and what is there afterwards. */
final class KillNine implements Phase {
    private static final long MESSAGES_PER_SECOND_OF_LENGTH = 4_000;
    private static final int MICROS_PER_SECOND = 1_000_000;

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        PhaseResult gateway = run(setting, "kill -9 of the gateway", Victims.GATEWAY);
        PhaseResult both =
                run(setting, "kill -9 of gateway and database", Victims.GATEWAY_AND_DATABASE);
        List<Figure> figures = new ArrayList<>(gateway.figures());
        figures.addAll(both.figures());
        List<String> losses = new ArrayList<>(gateway.losses());
        losses.addAll(both.losses());
        return new PhaseResult(gateway.conditions(), figures, losses);
    }

    private static PhaseResult run(Setting setting, String name, Victims victims) throws Exception {
        long count = setting.length().toSeconds() * MESSAGES_PER_SECOND_OF_LENGTH;
        try (Stage stage = setting.stage(victims.name().toLowerCase(java.util.Locale.ROOT))) {
            stage.startAll(Cast.single(ClosedLoop.WINDOW));
            LeasedNumbers.make(stage, ClosedLoop.NUMBERS);
            Carrier carrier = stage.carrier();
            carrier.send(LoadOrder.messages(ClosedLoop.NUMBERS, count));
            long heard = carrier.awaitAcknowledged(count / 3);
            setting.out().say("%s after %,d of %,d messages".formatted(name, heard, count));
            stage.kill(victims);
            long killedAt = Readers.nowMicros();
            if (victims == Victims.GATEWAY_AND_DATABASE) {
                stage.startServer();
            }
            stage.startGateway();
            double away = (double) (Readers.nowMicros() - killedAt) / MICROS_PER_SECOND;
            setting.out().say("started anew");
            LoadResult result = carrier.awaitResult();
            StoredMessages stored = StoredMessages.read(stage);
            return result(name, new Outcome(result, stored, carrier.acknowledged(), heard, away))
                    .under(ServerSettings.read(stage.login()));
        }
    }

    private record Outcome(
            LoadResult load,
            StoredMessages stored,
            BitSet acknowledged,
            long heard,
            double awaySeconds) {
        long missing() {
            BitSet missing = (BitSet) acknowledged.clone();
            missing.andNot(stored.indexes());
            return missing.cardinality();
        }
    }

    private static PhaseResult result(String name, Outcome outcome) {
        LoadResult load = outcome.load();
        long missing = outcome.missing();
        long twice = outcome.stored().twice();
        List<Figure> figures =
                List.of(
                        Figure.count(name + ": messages acknowledged", load.acknowledged()),
                        Figure.count("of those, before it", outcome.heard()),
                        Figure.of("until the gateway was ready again", outcome.awaySeconds(), "s"),
                        Figure.count("deliver_sm sent again", load.attempts() - load.handed()),
                        Figure.count("acknowledged messages missing", missing)
                                .with(Target.atMost(0)),
                        Figure.count("messages stored twice", twice).with(Target.atMost(0)),
                        Figure.count(
                                "stored messages that nobody can read",
                                outcome.stored().unreadable()));
        List<String> losses = new ArrayList<>();
        if (missing > 0 || twice > 0) {
            losses.add("%s: %,d missing, %,d twice".formatted(name, missing, twice));
        }
        if (outcome.heard() >= load.handed()) {
            losses.add(name + " came too late: all messages had been acknowledged");
        }
        return new PhaseResult(Map.of(), figures, losses);
    }
}
