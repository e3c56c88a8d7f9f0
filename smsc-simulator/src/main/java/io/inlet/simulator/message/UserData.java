package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.io.ByteArrayOutputStream;

/** A user data header with what follows it (3GPP TS 23.040, section 9.2.3.24). */
final class UserData {
    private UserData() {}

    /** The header of these information elements and the text behind it; no header without any. */
    static Octets of(Octets elements, Octets text, Coding coding) {
        int header = elements.length() == 0 ? 0 : elements.length() + 1;
        Octets written = coding == Coding.GSM7_PACKED ? Septets.pack(text, header) : text;
        if (header == 0) {
            return written;
        }
        return join(Octets.wrap(new byte[] {(byte) elements.length()}), elements, written);
    }

    static Octets join(Octets... parts) {
        var joined = new ByteArrayOutputStream();
        for (Octets part : parts) {
            joined.writeBytes(part.array());
        }
        return Octets.wrap(joined.toByteArray());
    }
}
