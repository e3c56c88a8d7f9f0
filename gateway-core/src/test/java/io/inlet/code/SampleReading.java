package io.inlet.code;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reading for a test, which says only what matters to it. One thread. */
public final class SampleReading {
    private @Nullable String code;
    private @Nullable String display;
    private Kind kind;
    private @Nullable String brand;
    private @Nullable Duration validFor;
    private @Nullable LocalMoment validUntil;
    private Purpose purpose = Purpose.UNKNOWN;
    private double confidence;
    private String rule = "test";
    private int ruleVersion = 1;
    private List<String> candidates = List.of();

    private SampleReading(@Nullable String code) {
        this.code = code;
        this.display = code;
        this.kind = code == null ? Kind.OTHER : Kind.ONE_TIME_CODE;
        this.confidence = code == null ? 0 : 1;
    }

    /** Of a code that is certain and shown as it is, or of a message that has none. */
    public static SampleReading of(@Nullable String code) {
        return new SampleReading(code);
    }

    /** With another code, or none, and all else as it is. */
    public SampleReading code(@Nullable String other) {
        code = other;
        return this;
    }

    public SampleReading display(String shown) {
        display = shown;
        return this;
    }

    public SampleReading kind(Kind of) {
        kind = of;
        return this;
    }

    public SampleReading brand(@Nullable String name) {
        brand = name;
        return this;
    }

    public SampleReading validFor(Duration span) {
        validFor = span;
        validUntil = null;
        return this;
    }

    public SampleReading validUntil(LocalMoment moment) {
        validFor = null;
        validUntil = moment;
        return this;
    }

    public SampleReading purpose(Purpose of) {
        purpose = of;
        return this;
    }

    public SampleReading confidence(double sure) {
        confidence = sure;
        return this;
    }

    public SampleReading rule(String name, int version) {
        rule = name;
        ruleVersion = version;
        return this;
    }

    public SampleReading candidates(String... others) {
        candidates = List.of(others);
        return this;
    }

    public CodeReading reading() {
        return new CodeReading(
                code,
                display,
                kind,
                brand,
                validFor,
                validUntil,
                purpose,
                confidence,
                rule,
                ruleVersion,
                candidates);
    }
}
