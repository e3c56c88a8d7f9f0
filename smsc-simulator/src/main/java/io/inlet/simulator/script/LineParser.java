package io.inlet.simulator.script;

import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.MessageBuilder;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Receipt;
import io.inlet.simulator.message.Split;
import java.time.Duration;

/** Reads one line. Failures are IllegalArgumentExceptions. */
final class LineParser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMMANDS =
            "send, receipt, wait, await, refuse, close, reset, unbind, enquire_link, ignore, stop,"
                    + " split or raw";

    private final Tokens tokens;
    private final Values values;
    private final int line;

    LineParser(Tokens tokens, int line) {
        this.tokens = tokens;
        this.values = new Values(tokens);
        this.line = line;
    }

    Step step() {
        String found = tokens.found();
        String command = tokens.word();
        Step step =
                switch (command == null ? "" : command) {
                    case "send" -> new Step.Send(message());
                    case "receipt" -> new Step.Send(receipt());
                    case "wait" -> new Step.Wait(values.duration());
                    case "await" -> await();
                    case "refuse" -> refuse();
                    case "close" -> new Step.Close(values.target());
                    case "reset" -> new Step.Reset(values.target());
                    case "unbind" -> new Step.Unbind(values.target());
                    case "enquire_link" -> new Step.EnquireLink(values.target());
                    case "ignore" -> ignore();
                    case "stop" -> stop();
                    case "split" -> split();
                    case "raw" -> new Step.Raw(values.octets(), values.target());
                    default ->
                            throw new IllegalArgumentException(
                                    "expected " + COMMANDS + ", found " + found);
                };
        tokens.end();
        return step;
    }

    private OutgoingMessage message() {
        MessageBuilder message = addressed();
        tokens.expect("text");
        message.text(tokens.value("a text in quotation marks")).reference(line & 0xff);
        while (!tokens.isEmpty()) {
            option(message);
        }
        return message.build();
    }

    private OutgoingMessage receipt() {
        MessageBuilder message = addressed();
        tokens.expect("id");
        String id = tokens.value("a message id");
        String state = tokens.take("state") ? tokens.value("a state") : "DELIVRD";
        return message.receipt(new Receipt(id, state)).build();
    }

    private MessageBuilder addressed() {
        tokens.expect("to");
        MessageBuilder message = OutgoingMessage.to(tokens.value("a destination address"));
        tokens.expect("from");
        return message.from(tokens.value("a source address"));
    }

    private void option(MessageBuilder message) {
        if (tokens.take("as")) {
            message.as(values.choice(Coding.class, "an alphabet"));
        } else if (tokens.take("data_coding")) {
            message.dataCoding(values.number("a data_coding", 0, 255));
        } else if (tokens.take("reference")) {
            message.reference(values.number("a reference", 0, 65_535));
        } else if (tokens.take("by")) {
            tokens.expect("data_sm");
            message.asDataSm();
        } else if (tokens.take("parts")) {
            parts(message);
        } else {
            throw new IllegalArgumentException(
                    "expected as, data_coding, parts, reference or by, found " + tokens.found());
        }
    }

    // With an order and no count, the highest number says how many parts there are.
    private void parts(MessageBuilder message) {
        Split split = values.choice(Split.class, "a way to split");
        int count = tokens.take("into") ? values.number("a number of parts", 1, 255) : 0;
        if (tokens.take("order")) {
            int[] order = values.numbers("part numbers");
            message.order(order);
            for (int number : count == 0 ? order : new int[0]) {
                count = Math.max(count, number);
            }
        }
        if (count == 0) {
            message.split(split);
        } else {
            message.split(split, count);
        }
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
        tokens.expect("binds");
        tokens.expect("with");
        int status = values.status();
        tokens.expect("for");
        return new Step.RefuseBinds(status, values.duration());
    }

    private Step ignore() {
        tokens.expect("enquire_link");
        tokens.expect("for");
        return new Step.IgnoreEnquireLinks(values.duration(), values.target());
    }

    private Step stop() {
        tokens.expect("reading");
        tokens.expect("for");
        return new Step.StopReading(values.duration(), values.target());
    }

    private Step split() {
        tokens.expect("writes");
        tokens.expect("into");
        int octets = values.number("a number of octets", 0, 65_535);
        Duration gap = values.durationAfter("every", Duration.ZERO);
        return new Step.SplitWrites(octets, gap, values.target());
    }
}
