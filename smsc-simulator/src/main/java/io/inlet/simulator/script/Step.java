package io.inlet.simulator.script;

import io.inlet.simulator.BindType;
import io.inlet.simulator.Chaos;
import io.inlet.simulator.Moment;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of a script. What names no session means every one that is bound then. */
sealed interface Step {
    /** Says something about the script; nothing is done. */
    sealed interface Declaration extends Step {}

    /** Waits for something. */
    sealed interface Pause extends Step {}

    /** Done by the carrier as a whole. */
    sealed interface CarrierDeed extends Step {}

    /** Done to sessions. */
    sealed interface SessionDeed extends Step {
        /** Which. */
        Target target();
    }

    /** {@code send}, {@code receipt} and {@code redeliver}. */
    record Send(OutgoingMessage message, Target over, @Nullable Moment moment)
            implements CarrierDeed {
        Send(OutgoingMessage message) {
            this(message, Target.ALL, null);
        }
    }

    /** {@code wait}. */
    record Wait(Duration time) implements Pause {}

    /** {@code await binds}. */
    record AwaitBinds(int count, Duration atMost) implements Pause {}

    /** {@code await answers}. */
    record AwaitAnswers(Duration atMost) implements Pause {}

    /** {@code refuse binds}. */
    record RefuseBinds(int status, Duration time) implements CarrierDeed {}

    /** {@code refuse COUNT binds}. */
    record RefuseNextBinds(int count, int status) implements CarrierDeed {}

    /** {@code ignore binds}. */
    record IgnoreBinds(Duration time) implements CarrierDeed {}

    /** {@code answer binds after}. */
    record DelayBinds(Duration delay, Duration time) implements CarrierDeed {}

    /** {@code outbind}. */
    record Outbind(InetSocketAddress esme, SmscSettings.Account account) implements CarrierDeed {}

    /** {@code chaos}. */
    record Mayhem(Duration every, long seed, Duration time, Set<Chaos.Mischief> choices)
            implements Pause {}

    /** {@code close}. */
    record Close(Target target) implements SessionDeed {}

    /** {@code reset}. */
    record Reset(Target target) implements SessionDeed {}

    /** {@code unbind}. */
    record Unbind(Target target) implements SessionDeed {}

    /** {@code enquire_link}. */
    record EnquireLink(int times, Target target) implements SessionDeed {}

    /** {@code ignore enquire_link}. */
    record IgnoreEnquireLinks(Duration time, Target target) implements SessionDeed {}

    /** {@code stop reading}. */
    record StopReading(Duration time, Target target) implements SessionDeed {}

    /** {@code read slowly}. */
    record ReadSlowly(int octets, Duration gap, Duration time, Target target)
            implements SessionDeed {}

    /** {@code go silent}. */
    record GoSilent(Duration time, Target target) implements SessionDeed {}

    /** {@code hold writes}. */
    record HoldWrites(Target target) implements SessionDeed {}

    /** {@code release writes}. */
    record ReleaseWrites(Target target) implements SessionDeed {}

    /** {@code break off}. */
    record BreakOff(int octets, Target target) implements SessionDeed {}

    /** {@code split writes}. */
    record SplitWrites(int octets, Duration gap, Target target) implements SessionDeed {}

    /** {@code raw} and {@code garbage}. */
    record Raw(Octets octets, Target target) implements SessionDeed {}

    /** {@code pdu} and {@code alert_notification}. */
    record AnyPdu(int commandId, int status, Octets body, Target target) implements SessionDeed {}

    /** {@code expect}. */
    record Expect(Expectation expectation) implements Pause {}

    /** {@code carrier}: how it behaves from its start. */
    sealed interface Setting extends Declaration {}

    /** {@code carrier window}. */
    record WindowSetting(int size) implements Setting {}

    /** {@code carrier binds at most}. */
    record BindsSetting(int atMost) implements Setting {}

    /** {@code carrier bind types}. */
    record BindTypesSetting(Set<BindType> types) implements Setting {}

    /** {@code carrier interface_version}. */
    record VersionSetting(@Nullable Integer version) implements Setting {}

    /** {@code carrier response timer}. */
    record ResponseSetting(Duration time) implements Setting {}

    /** {@code carrier enquire_link every}. */
    record EnquireLinkSetting(Duration every) implements Setting {}

    /** {@code carrier redelivery after}. */
    record RedeliverySetting(Duration after) implements Setting {}

    /** {@code shows}: a message that a consumer reads in the end. */
    record Shows(String text, int times) implements Declaration {}

    /** {@code needs}: a setting that the bind must have. */
    record Needs(String setting) implements Declaration {}

    /**
     * Which sessions a step means.
     *
     * @param place counting those bound, from 1, or 0 for all
     */
    record Target(int place) {
        static final Target ALL = new Target(0);
    }
}
