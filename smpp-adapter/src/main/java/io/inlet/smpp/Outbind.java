package io.inlet.smpp;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Who a carrier says it is, in its outbind (SMPP 3.4, section 4.1.7). Its text form says nothing.
 */
final class Outbind {
    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;

    private final byte[] said;

    private Outbind(byte[] said) {
        this.said = said;
    }

    /** What the request says; something that matches nobody if it cannot be read. */
    static Outbind of(Frame.Pdu request) {
        Octets pdu = request.pdu();
        int most = Frame.HEADER_OCTETS + LONGEST_SYSTEM_ID + LONGEST_PASSWORD + 2;
        int end = Math.min(pdu.length(), most);
        int nuls = 0;
        for (int at = Frame.HEADER_OCTETS; at < end; at++) {
            if (pdu.at(at) == 0 && ++nuls == 2) {
                return new Outbind(Arrays.copyOfRange(pdu.array(), Frame.HEADER_OCTETS, at));
            }
        }
        return new Outbind(new byte[0]);
    }

    /** Whether it says just this, in a time that tells nothing of how much of it was right. */
    boolean says(String systemId, String password) {
        byte[] expected = (systemId + '\0' + password).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, said);
    }
}
