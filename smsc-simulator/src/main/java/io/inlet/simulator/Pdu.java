package io.inlet.simulator;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;

/** A PDU as an ESME sent it. */
record Pdu(int commandId, int status, int sequence, Octets body) {
    static final int HEADER = 16;

    /**
     * The C-octet string that starts at an offset of the body.
     *
     * @throws IllegalArgumentException if it has no end
     */
    String text(int offset) {
        for (int end = offset; end < body.length(); end++) {
            if (body.at(end) == 0) {
                return new String(body.array(), offset, end - offset, StandardCharsets.ISO_8859_1);
            }
        }
        throw new IllegalArgumentException("a C-octet string without its NUL");
    }
}
