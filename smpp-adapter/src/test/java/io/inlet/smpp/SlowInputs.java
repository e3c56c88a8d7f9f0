package io.inlet.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Looks for 64 KiB that a decoder is slow on, which coverage does not show: in a JVM of its own,
 * without instrumentation and with the compilers that a gateway has.
 *
 * <p>Arguments: for how long (ISO 8601), the folder of what Jazzer found, the seed, and inputs to
 * try besides. Ends with 1 if an input takes longer than it may.
 */
final class SlowInputs {
    private SlowInputs() {}

    public static void main(String[] args) {
        long nanos = Duration.parse(args[0]).toNanos();
        List<FuzzCase> corpus = corpus(Path.of(args[1]));
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]));
        List<Stretch> known = Stream.of(args).skip(3).map(Stretch::parse).toList();
        FuzzTarget[] targets = FuzzTarget.values();
        boolean tooSlow = false;
        for (FuzzTarget target : targets) {
            SlowSearch search = new SlowSearch(target, new Stretches(target, corpus, random));
            known.stream().filter(s -> s.head().target() == target).forEach(search::take);
            search.run(nanos / targets.length);
            System.out.println(search.report());
            tooSlow |= search.isTooSlow();
        }
        System.exit(tooSlow ? 1 : 0);
    }

    private static List<FuzzCase> corpus(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SlowInputs::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FuzzCase read(Path file) {
        try {
            return FuzzCase.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
