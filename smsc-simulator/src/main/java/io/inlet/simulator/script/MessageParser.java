package io.inlet.simulator.script;

import io.inlet.simulator.Moment;
import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.MessageBuilder;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Receipt;
import io.inlet.simulator.message.Split;
import io.inlet.simulator.message.Tlv;
import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads send, receipt and redeliver. Failures are IllegalArgumentExceptions. */
final class MessageParser {
    private final Tokens tokens;
    private final Values values;
    private final Map<String, OutgoingMessage> called;
    private @Nullable String name;
    private @Nullable Moment moment;
    private Step.Target over = Step.Target.ALL;

    MessageParser(Tokens tokens, Map<String, OutgoingMessage> called) {
        this.tokens = tokens;
        this.values = new Values(tokens);
        this.called = called;
    }

    Step send(int reference) {
        MessageBuilder message = addressed();
        if (tokens.take("octets")) {
            message.octets(values.octets());
        } else {
            tokens.expect("text");
            message.text(tokens.value("a text in quotation marks"));
        }
        return finish(message.reference(reference));
    }

    Step receipt() {
        MessageBuilder message = addressed();
        if (tokens.take("text")) {
            message.text(tokens.value("a text in quotation marks")).asReceipt();
        } else {
            tokens.expect("id");
            String id = tokens.value("a message id");
            String state = tokens.take("state") ? tokens.value("a state") : "DELIVRD";
            message.receipt(new Receipt(id, state));
        }
        if (tokens.take("intermediate")) {
            message.asIntermediate();
        }
        return finish(message);
    }

    Step redeliver() {
        String wanted = tokens.value("the name of a message");
        OutgoingMessage message = called.get(wanted);
        if (message == null) {
            throw new IllegalArgumentException(
                    "expected a message that a line above has 'called', found "
                            + Tokens.shown(wanted));
        }
        while (!tokens.isEmpty()) {
            course();
        }
        return new Step.Send(message, over, moment);
    }

    private Step finish(MessageBuilder message) {
        while (!tokens.isEmpty()) {
            option(message);
        }
        OutgoingMessage built = message.build();
        if (name != null) {
            called.put(name, built);
        }
        return new Step.Send(built, over, moment);
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
        } else if (!shape(message)) {
            course();
        }
    }

    private boolean shape(MessageBuilder message) {
        if (tokens.take("udh")) {
            message.udh(values.octets());
        } else if (tokens.take("esm_class")) {
            message.esmClass(values.hexNumber("an esm_class", 0xff));
        } else if (tokens.take("tlv")) {
            message.tlv(tlv());
        } else if (tokens.take("cut")) {
            message.cut(values.number("a number of octets", 1, 65_535));
        } else if (tokens.take("trailing")) {
            message.trailing(values.octets());
        } else {
            return false;
        }
        return true;
    }

    private void course() {
        if (tokens.take("called")) {
            name = tokens.value("a name");
        } else if (tokens.take("over")) {
            over = values.target();
        } else if (tokens.take("before")) {
            tokens.expect("bind_resp");
            moment = Moment.BEFORE_BIND_RESP;
        } else if (tokens.take("with")) {
            tokens.expect("bind_resp");
            moment = Moment.WITH_BIND_RESP;
        } else {
            throw new IllegalArgumentException(
                    "expected as, data_coding, parts, reference, by, udh, esm_class, tlv, cut,"
                            + " trailing, called, over, before or with, found "
                            + tokens.found());
        }
    }

    // A quoted value is a C-octet string, as most vendors' TLVs are.
    private Tlv tlv() {
        int tag = values.hexNumber("a tag", 0xffff);
        if (tokens.isQuoted()) {
            byte[] text = (tokens.value("a value") + "\0").getBytes(StandardCharsets.UTF_8);
            return new Tlv(tag, Octets.wrap(text));
        }
        return new Tlv(tag, values.octets());
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
}
