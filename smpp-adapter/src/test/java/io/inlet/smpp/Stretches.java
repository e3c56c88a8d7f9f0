package io.inlet.smpp;

import io.inlet.sms.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes long inputs of one target: of seeds, of what Jazzer found, and of each other. */
final class Stretches {
    private static final int LONGEST_UNIT = 40;

    private final FuzzTarget target;
    private final SplittableRandom random;
    private final List<FuzzCase> corpus;
    private final List<FuzzCase> heads;
    private final List<Octets> units = FuzzSeeds.units();

    Stretches(FuzzTarget target, List<FuzzCase> corpus, SplittableRandom random) {
        this.target = target;
        this.random = random;
        this.corpus =
                Stream.concat(corpus.stream(), FuzzSeeds.cases().stream())
                        .filter(found -> found.target() == target)
                        .toList();
        this.heads = FuzzSeeds.heads().stream().filter(h -> h.target() == target).toList();
    }

    /** From 0 to below a bound. */
    int random(int bound) {
        return random.nextInt(bound);
    }

    /** One that is not like another. */
    Stretch fresh() {
        return switch (random.nextInt(4)) {
            case 0 -> new Stretch(resettled(any(heads)), any(units));
            case 1 -> new Stretch(resettled(any(heads)), slice(any(corpus)));
            case 2 -> new Stretch(any(corpus), slice(any(corpus)));
            default -> new Stretch(any(corpus), any(units));
        };
    }

    /** One that is much like the given one. */
    Stretch like(Stretch given) {
        return switch (random.nextInt(4)) {
            case 0 -> new Stretch(resettled(given.head()), given.unit());
            case 1 -> new Stretch(given.head(), joined(given.unit(), any(units)));
            case 2 -> new Stretch(given.head(), joined(given.unit(), slice(any(corpus))));
            default -> new Stretch(given.head(), changed(given.unit()));
        };
    }

    private FuzzCase resettled(FuzzCase head) {
        return FuzzCase.of(target, random.nextInt(), head.input());
    }

    private Octets slice(FuzzCase found) {
        byte[] input = found.input();
        if (input.length == 0) {
            return any(units);
        }
        int from = random.nextInt(input.length);
        int length = 1 + random.nextInt(LONGEST_UNIT);
        return Octets.wrap(Arrays.copyOfRange(input, from, Math.min(from + length, input.length)));
    }

    private static Octets joined(Octets one, Octets other) {
        byte[] both = Pdus.join(one.array(), other.array());
        return Octets.wrap(Arrays.copyOf(both, Math.min(both.length, LONGEST_UNIT)));
    }

    private Octets changed(Octets unit) {
        byte[] octets = unit.array().clone();
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        return Octets.wrap(octets);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
