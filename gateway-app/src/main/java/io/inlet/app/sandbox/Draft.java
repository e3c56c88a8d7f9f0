package io.inlet.app.sandbox;

import io.inlet.sandbox.SandboxFaults;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sandbox.SendOutcome.Sent;
import io.inlet.sandbox.SendOutcome.Unfit;
import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.MessageBuilder;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A message of the sandbox as PDUs, with the faults that were asked for. */
sealed interface Draft {
    /**
     * It can be sent.
     *
     * @param message the PDUs
     * @param sent what is told of them
     */
    record Written(OutgoingMessage message, Sent sent) implements Draft {}

    /** It cannot be. */
    record Refused(Unfit why) implements Draft {}

    /** Writes a message: in the GSM alphabet if that has all its characters, else as UCS-2. */
    static Draft of(SandboxMessage message) {
        Coding coding = coding(message);
        MessageBuilder builder;
        try {
            builder = OutgoingMessage.to("+" + message.to().digits()).from(message.from());
        } catch (IllegalArgumentException _) {
            return refused("from", "Latin-1 characters");
        }
        write(builder, coding, message);
        int parts = builder.build().pdus().size();
        SandboxFaults faults = message.faults();
        if (faults.needsParts() && parts == 1) {
            return refused(
                    "text", "one of two parts or more, for faults.outOfOrder or missingPart");
        }
        if (faults.missingPart() > parts) {
            return refused("faults.missingPart", "1 to " + parts + " for this text");
        }
        List<Integer> order = order(parts, faults);
        return new Written(
                builder.order(order.stream().mapToInt(Integer::intValue).toArray()).build(),
                new Sent(coding.name().toLowerCase(Locale.ROOT), parts, order));
    }

    private static void write(MessageBuilder builder, Coding coding, SandboxMessage message) {
        builder.text(message.text()).as(coding);
        if (!fitsOne(coding, message.text())) {
            // Another reference each time, or its parts might join those of an earlier message.
            builder.split(Split.UDH16).reference(ThreadLocalRandom.current().nextInt(0x10000));
        }
        if (message.faults().brokenEncoding()) {
            builder.dataCoding(Coding.UCS2.dataCoding());
        }
    }

    private static Coding coding(SandboxMessage message) {
        if (message.faults().brokenEncoding()) {
            return Coding.UTF8;
        }
        try {
            var _ = Coding.GSM7.encode(message.text());
            return Coding.GSM7;
        } catch (IllegalArgumentException _) {
            return Coding.UCS2;
        }
    }

    /** Whether one SMS on the air holds it: 160 septets, or 140 octets. */
    private static boolean fitsOne(Coding coding, String text) {
        return coding.encode(text).length() <= (coding == Coding.GSM7 ? 160 : 140);
    }

    private static List<Integer> order(int parts, SandboxFaults faults) {
        List<Integer> order = new ArrayList<>(IntStream.rangeClosed(1, parts).boxed().toList());
        order.removeIf(part -> part == faults.missingPart());
        if (faults.outOfOrder()) {
            Collections.reverse(order);
        }
        if (faults.doubled()) {
            order.addAll(List.copyOf(order));
        }
        return order;
    }

    private static Refused refused(String field, String expected) {
        return new Refused(new Unfit(field, expected));
    }
}
