package io.inlet.smpp;

import io.inlet.sms.Octets;

/** What a carrier's answer to bind tells beside its status (SMPP 3.4, section 4.1.2). */
final class BindAnswer {
    /** The parameter sc_interface_version (section 5.3.2.25), one octet long. */
    private static final int SC_INTERFACE_VERSION = 0x0210;

    private static final int TLV_HEADER_OCTETS = 4;

    private BindAnswer() {}

    /** The version that the carrier says it speaks, as in {@code 3.4}, or {@code unsaid}. */
    static String version(Frame.Pdu answer) {
        Octets pdu = answer.pdu();
        int at = Frame.HEADER_OCTETS;
        while (at < pdu.length() && pdu.at(at) != 0) {
            at++; // the carrier's system_id
        }
        at++;
        while (at + TLV_HEADER_OCTETS < pdu.length()) {
            if (shortAt(pdu, at) == SC_INTERFACE_VERSION) {
                int version = pdu.at(at + TLV_HEADER_OCTETS);
                return (version >> 4) + "." + (version & 0x0F);
            }
            at += TLV_HEADER_OCTETS + shortAt(pdu, at + 2);
        }
        return "unsaid";
    }

    private static int shortAt(Octets pdu, int index) {
        return pdu.at(index) << 8 | pdu.at(index + 1);
    }
}
