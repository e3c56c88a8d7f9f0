package io.inlet.sms;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** The octets of consecutive parts that share an alphabet, joined. */
class OctetRun {
    private final byte[] octets;

    OctetRun(byte[] octets) {
        this.octets = octets;
    }

    /** Joins the octets of parts, packed septets unpacked. */
    static OctetRun join(List<UserData> parts) {
        if (parts.size() == 1) {
            return new OctetRun(octets(parts.getFirst()));
        }
        var joined = new ByteArrayOutputStream();
        for (UserData part : parts) {
            joined.writeBytes(octets(part));
        }
        return new OctetRun(joined.toByteArray());
    }

    private static byte[] octets(UserData part) {
        byte[] octets = part.octets().array();
        return part.alphabet() == Alphabet.GSM7_PACKED
                ? PackedSeptets.unpack(octets, part.header().length())
                : octets;
    }

    int length() {
        return octets.length;
    }

    /** The octet at an index, 0 to 255. */
    int at(int index) {
        return octets[index] & 0xff;
    }

    /** All octets, for reading only. */
    byte[] array() {
        return octets;
    }
}
