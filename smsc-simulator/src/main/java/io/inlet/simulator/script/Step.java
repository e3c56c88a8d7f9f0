package io.inlet.simulator.script;

import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.time.Duration;

/** One line of a script. What names no session means every one that is bound then. */
sealed interface Step {
    /** {@code send} and {@code receipt}. */
    record Send(OutgoingMessage message) implements Step {}

    /** {@code wait}. */
    record Wait(Duration time) implements Step {}

    /** {@code await binds}. */
    record AwaitBinds(int count, Duration atMost) implements Step {}

    /** {@code await answers}. */
    record AwaitAnswers(Duration atMost) implements Step {}

    /** {@code refuse binds}. */
    record RefuseBinds(int status, Duration time) implements Step {}

    /** {@code close}. */
    record Close(Target target) implements Step {}

    /** {@code reset}. */
    record Reset(Target target) implements Step {}

    /** {@code unbind}. */
    record Unbind(Target target) implements Step {}

    /** {@code enquire_link}. */
    record EnquireLink(Target target) implements Step {}

    /** {@code ignore enquire_link}. */
    record IgnoreEnquireLinks(Duration time, Target target) implements Step {}

    /** {@code stop reading}. */
    record StopReading(Duration time, Target target) implements Step {}

    /** {@code split writes}. */
    record SplitWrites(int octets, Duration gap, Target target) implements Step {}

    /** {@code raw}. */
    record Raw(Octets octets, Target target) implements Step {}

    /**
     * Which sessions a step means.
     *
     * @param place counting those bound, from 1, or 0 for all
     */
    record Target(int place) {}
}
