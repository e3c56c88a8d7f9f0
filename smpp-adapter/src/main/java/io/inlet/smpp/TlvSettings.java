package io.inlet.smpp;

import io.inlet.settings.Default;
import java.util.regex.Pattern;

/**
 * A TLV of a carrier's own, which is shown with the message under a name.
 *
 * @param tag 1 to 65535, most often 0x1400 to 0x3FFF (SMPP 3.4, section 5.3.1); not that of
 *     message_payload
 * @param name what consumers know it by: 1 to 32 letters, digits and _, a small letter first;
 *     unique in its bind
 * @param type how its octets are read
 * @param use what Inlet itself makes of it
 */
public record TlvSettings(int tag, String name, TlvType type, @Default("field") TlvUse use) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,31}");
    private static final int MESSAGE_PAYLOAD = 0x0424;

    public TlvSettings {
        Expect.between("tag", 1, tag, 0xFFFF);
        if (tag == MESSAGE_PAYLOAD) {
            throw Expect.refuse("tag", "any but message_payload, which is the text", "it");
        }
        if (!NAME.matcher(name).matches()) {
            throw Expect.refuse(
                    "name", "1 to 32 of a-z, A-Z, 0-9 and _, a-z first", '"' + name + '"');
        }
        if (use == TlvUse.SENT_AT && type != TlvType.TIME) {
            throw Expect.refuse("use", "sent_at with type time only", "it with another");
        }
        if (use == TlvUse.MESSAGE_ID && type == TlvType.TIME) {
            throw Expect.refuse("use", "message_id with another type", "it with time");
        }
    }
}
