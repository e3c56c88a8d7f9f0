package io.inlet.smpp;

import io.inlet.sms.Octets;
import org.jspecify.annotations.Nullable;

/** What the decoder makes of the octets of a connection. */
sealed interface Frame {
    /** The octets of a header (SMPP 3.4, section 3.2). */
    int HEADER_OCTETS = 16;

    /**
     * A whole PDU, of which only the length has been looked at.
     *
     * @param pdu all of it, header included
     */
    record Pdu(Octets pdu) implements Frame {
        int commandId() {
            return intAt(4);
        }

        int commandStatus() {
            return intAt(8);
        }

        int sequenceNumber() {
            return intAt(12);
        }

        private int intAt(int index) {
            return pdu.at(index) << 24
                    | pdu.at(index + 1) << 16
                    | pdu.at(index + 2) << 8
                    | pdu.at(index + 3);
        }
    }

    /**
     * The end: a command_length that cannot be, after which no PDU can be found.
     *
     * @param commandLength what it said, as an unsigned number
     * @param sequenceNumber from the header, or null if that did not come
     */
    record BadLength(long commandLength, @Nullable Integer sequenceNumber) implements Frame {}
}
