package io.inlet.benchmarks;

import io.inlet.code.CueExtractor;
import io.inlet.id.Uuid7;
import io.inlet.intake.Composer;
import io.inlet.intake.Draft;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.Envelope;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.UserData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a lane does with a message of 100 characters before its commit: text, sender, code. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {
    private static final String TEXT =
            "Your Acme verification code is 493817. It is valid for 10 minutes; never share it"
                    + " with anybody else.";

    private final Composer composer = new Composer(new CueExtractor());
    private final Segment segment = segment();
    private final MessageId id = new MessageId(Uuid7.mint(segment.receivedAt()));

    private static Segment segment() {
        // Letters, digits and the full stop are the same octets in GSM 03.38 and in ASCII.
        Octets octets = Octets.wrap(TEXT.getBytes(StandardCharsets.US_ASCII));
        Address source = new Address(Address.TON_ALPHANUMERIC, 0, "Acme");
        Address destination = new Address(Address.TON_INTERNATIONAL, 1, "999000000100");
        return new Segment(
                new Origin("acme", new BindId(new UUID(1, 1)), new SessionId(new UUID(2, 2)), true),
                Instant.parse("2026-03-01T12:00:00Z"),
                Answered.NOTHING,
                source,
                destination,
                Envelope.of(source, destination),
                new UserData(Alphabet.GSM7, Octets.EMPTY, octets),
                null,
                Segment.CarrierFacts.NONE,
                octets);
    }

    /** Decodes, reads the sender and the code. */
    @Benchmark
    public Draft read() {
        return composer.whole(segment, id);
    }
}
