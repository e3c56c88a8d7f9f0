package io.inlet.smpp;

import io.inlet.sms.Answered;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.StoredPduReader;
import io.inlet.sms.UnreadableFrame;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Reads stored PDUs as the binds read them now. Any thread; does not block. */
public final class StoredPdus implements StoredPduReader {
    private final Supplier<Map<BindId, BindSettings>> settings;

    /**
     * @param settings gives the settings of all binds as they are now; asked for each PDU
     */
    public StoredPdus(Supplier<Map<BindId, BindSettings>> settings) {
        this.settings = settings;
    }

    @Override
    public Arrival read(Origin origin, Instant arrivedAt, Octets pdu) {
        BindSettings bind = settings.get().get(origin.bind());
        if (bind == null) {
            return unreadable(origin, arrivedAt, pdu, "its bind is not configured any more");
        }
        if (pdu.length() < Frame.HEADER_OCTETS) {
            return unreadable(origin, arrivedAt, pdu, "shorter than a header");
        }
        // A reader is owned by one thread, and costs nothing.
        return switch (new PduReader(bind).read(new Frame.Pdu(pdu))) {
            case Reading.Receipt _ ->
                    unreadable(origin, arrivedAt, pdu, "a delivery receipt, which is no message");
            case Reading.Unreadable failure ->
                    unreadable(origin, arrivedAt, pdu, failure.problem());
            case Reading.ShortMessage message ->
                    new Segment(
                            origin,
                            arrivedAt,
                            Answered.NOTHING,
                            message.source(),
                            message.destination(),
                            message.userData(),
                            message.concatenation(),
                            message.facts(),
                            pdu);
        };
    }

    private static UnreadableFrame unreadable(
            Origin origin, Instant arrivedAt, Octets pdu, String problem) {
        return new UnreadableFrame(origin, arrivedAt, Answered.NOTHING, pdu, problem);
    }
}
