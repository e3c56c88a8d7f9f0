package io.inlet.smpp.trace;

import io.inlet.smpp.CommandId;
import io.inlet.smpp.FuzzCase;
import io.inlet.smpp.FuzzedDecoder;
import io.inlet.smpp.trace.PduField.Kind;
import io.inlet.sms.Octets;
import java.time.Instant;
import java.util.List;

/** The walk over a PDU's fields, and the mask. */
public final class TraceFuzz implements FuzzedDecoder<TraceFuzz.Walked> {
    private static final int[] COMMANDS = {
        CommandId.DELIVER_SM,
        CommandId.DATA_SM,
        CommandId.BIND_TRANSCEIVER,
        CommandId.OUTBIND,
        CommandId.RESPONSE | CommandId.BIND_RECEIVER,
        CommandId.RESPONSE | CommandId.DELIVER_SM,
        CommandId.RESPONSE,
        0x102
    };

    /** A NUL, and the tag and length of a parameter. */
    private static final int MOST_BETWEEN = 5;

    /** What came of a PDU. */
    public record Walked(Octets pdu, List<?> fields, Octets masked) {}

    @Override
    public Walked read(FuzzCase input) {
        Octets pdu = input.pdu(COMMANDS[input.setting(0) % COMMANDS.length]);
        List<PduField> fields = PduFields.of(pdu);
        return new Walked(pdu, fields, PduMask.masked(pdu, fields));
    }

    @Override
    public void expect(FuzzCase input, Walked walked) {
        int at = 16;
        for (Object found : walked.fields()) {
            PduField field = (PduField) found;
            FuzzedDecoder.require(
                    field.from() >= at
                            && field.from() <= at + MOST_BETWEEN
                            && field.to() >= field.from(),
                    "fields in their order, with little between them");
            at = field.to();
            if (field.kind() == Kind.HIDDEN) {
                expectHidden(walked.masked(), field);
            }
        }
        FuzzedDecoder.require(at >= walked.pdu().length() - MOST_BETWEEN, "fields up to the end");
        PduRing ring = new PduRing(() -> Instant.EPOCH);
        ring.add(1, Direction.IN, walked.pdu());
        FuzzedDecoder.require(ring.lines().size() == 1, "a line for people");
        FuzzedDecoder.require(ring.capture().length() > walked.pdu().length(), "a capture");
    }

    private static void expectHidden(Octets masked, PduField field) {
        for (int i = field.from(); i < field.to(); i++) {
            FuzzedDecoder.require(masked.at(i) == '*', "a hidden field that is hidden");
        }
    }
}
