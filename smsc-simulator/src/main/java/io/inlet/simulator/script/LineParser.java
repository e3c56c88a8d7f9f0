package io.inlet.simulator.script;

import io.inlet.simulator.Chaos;
import io.inlet.simulator.CommandId;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Reads one line. Failures are IllegalArgumentExceptions. */
final class LineParser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final String COMMANDS =
            "send, receipt, redeliver, wait, await, expect, shows, needs, carrier, refuse, answer,"
                    + " ignore, outbind, close, reset, unbind, enquire_link, stop, read, go, hold,"
                    + " release, break, split, raw, garbage, pdu, alert_notification or chaos";

    // Empty addresses: source of two octets and a NUL, then the ESME's.
    private static final Octets NOBODY = Octets.hex("000000000000");

    private final Tokens tokens;
    private final Values values;
    private final Map<String, OutgoingMessage> called;
    private final int reference;

    LineParser(Tokens tokens, int reference, Map<String, OutgoingMessage> called) {
        this.tokens = tokens;
        this.values = new Values(tokens);
        this.called = called;
        this.reference = reference & 0xff;
    }

    Step step() {
        String found = tokens.found();
        String command = tokens.word();
        Step step =
                switch (command == null ? "" : command) {
                    case "send" -> new MessageParser(tokens, called).send(reference);
                    case "receipt" -> new MessageParser(tokens, called).receipt();
                    case "redeliver" -> new MessageParser(tokens, called).redeliver();
                    case "expect" -> new Step.Expect(new ExpectParser(tokens).expectation());
                    case "carrier" -> new SettingParser(tokens).setting();
                    case "needs" -> new Step.Needs(tokens.value("a setting in quotation marks"));
                    case "shows" -> shows();
                    case "wait" -> new Step.Wait(values.duration());
                    case "await" -> await();
                    case "refuse" -> refuse();
                    case "answer" -> answer();
                    case "outbind" -> outbind();
                    case "chaos" -> chaos();
                    default -> toSessions(command == null ? "" : command, found);
                };
        tokens.end();
        return step;
    }

    private Step toSessions(String command, String found) {
        return switch (command) {
            case "close" -> new Step.Close(values.target());
            case "reset" -> new Step.Reset(values.target());
            case "unbind" -> new Step.Unbind(values.target());
            case "enquire_link" -> new Step.EnquireLink(values.times(100_000), values.target());
            case "ignore" -> ignore();
            case "stop" -> stop();
            case "read" -> read();
            case "go" -> silent();
            case "hold" -> new Step.HoldWrites(writes());
            case "release" -> new Step.ReleaseWrites(writes());
            case "break" -> breakOff();
            case "split" -> split();
            case "raw" -> new Step.Raw(values.octets(), values.target());
            case "garbage" -> garbage();
            case "pdu" -> pdu();
            case "alert_notification" ->
                    new Step.AnyPdu(
                            CommandId.parse("alert_notification"), 0, NOBODY, values.target());
            default ->
                    throw new IllegalArgumentException("expected " + COMMANDS + ", found " + found);
        };
    }

    private Step shows() {
        if (tokens.take("nothing")) {
            return new Step.Shows("", 0);
        }
        String text = tokens.value("a text in quotation marks");
        return new Step.Shows(text, values.times(1_000));
    }

    private Step await() {
        if (tokens.take("answers")) {
            return new Step.AwaitAnswers(values.durationAfter("within", PATIENCE));
        }
        tokens.expect("binds");
        int count = values.number("a number of sessions", 1, 10_000);
        return new Step.AwaitBinds(count, values.durationAfter("within", PATIENCE));
    }

    private Step refuse() {
        int count = tokens.isAt("binds") ? 0 : values.number("a number of binds", 1, 10_000);
        tokens.expect("binds");
        tokens.expect("with");
        int status = values.status();
        if (count > 0) {
            return new Step.RefuseNextBinds(count, status);
        }
        tokens.expect("for");
        return new Step.RefuseBinds(status, values.duration());
    }

    private Step answer() {
        tokens.expect("binds");
        tokens.expect("after");
        Duration delay = values.duration();
        tokens.expect("for");
        return new Step.DelayBinds(delay, values.duration());
    }

    private Step ignore() {
        if (tokens.take("binds")) {
            tokens.expect("for");
            return new Step.IgnoreBinds(values.duration());
        }
        tokens.expect("enquire_link");
        tokens.expect("for");
        return new Step.IgnoreEnquireLinks(values.duration(), values.target());
    }

    private Step outbind() {
        tokens.expect("to");
        InetSocketAddress esme = values.hostAndPort();
        tokens.expect("as");
        String systemId = tokens.value("a system_id");
        tokens.expect("password");
        String password = tokens.value("a password");
        return new Step.Outbind(esme, new SmscSettings.Account(systemId, password));
    }

    private Step chaos() {
        tokens.expect("every");
        Duration every = values.duration();
        tokens.expect("seed");
        int seed = values.number("a seed", 0, 999_999_999);
        tokens.expect("for");
        Duration time = values.duration();
        Set<Chaos.Mischief> choices = EnumSet.noneOf(Chaos.Mischief.class);
        while (tokens.take(choices.isEmpty() ? "with" : "or")) {
            choices.add(values.choice(Chaos.Mischief.class, "a mischief"));
        }
        return new Step.Mayhem(every, seed, time, Set.copyOf(choices));
    }

    private Step stop() {
        tokens.expect("reading");
        tokens.expect("for");
        return new Step.StopReading(values.duration(), values.target());
    }

    private Step read() {
        tokens.expect("slowly");
        int octets = values.number("a number of octets", 1, 65_535);
        tokens.expect("every");
        Duration gap = values.duration();
        tokens.expect("for");
        return new Step.ReadSlowly(octets, gap, values.duration(), values.target());
    }

    private Step silent() {
        tokens.expect("silent");
        return new Step.GoSilent(values.durationAfter("for", FOREVER), values.target());
    }

    private Step.Target writes() {
        tokens.expect("writes");
        return values.target();
    }

    private Step breakOff() {
        tokens.expect("off");
        tokens.expect("after");
        return new Step.BreakOff(values.number("a number of octets", 0, 65_535), values.target());
    }

    private Step garbage() {
        byte[] octets = new byte[values.number("a number of octets", 1, 65_535)];
        int seed = tokens.take("seed") ? values.number("a seed", 0, 999_999_999) : reference;
        new Random(seed).nextBytes(octets);
        octets[0] |= 1; // no command_length that could be waited for
        return new Step.Raw(Octets.wrap(octets), values.target());
    }

    private Step pdu() {
        int commandId = CommandId.parse(tokens.value("a PDU"));
        int status = tokens.take("status") ? values.status() : 0;
        Octets body = tokens.take("body") ? values.octets() : Octets.EMPTY;
        return new Step.AnyPdu(commandId, status, body, values.target());
    }

    private Step split() {
        tokens.expect("writes");
        tokens.expect("into");
        int octets = values.number("a number of octets", 0, 65_535);
        Duration gap = values.durationAfter("every", Duration.ZERO);
        return new Step.SplitWrites(octets, gap, values.target());
    }
}
