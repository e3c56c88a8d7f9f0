package io.inlet.app;

import java.io.IOException;
import java.io.InputStream;

/** A message that is all of standard input, its line breaks included. */
final class OneMessage {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private OneMessage() {}

    /**
     * Reads until the end; a line break at the very end is the keyboard's.
     *
     * @throws CommandFailure if there is nothing, too much, or what is no UTF-8
     */
    static String read(InputStream in) throws IOException {
        byte[] octets = in.readNBytes(OctetLines.LONGEST + 1);
        if (octets.length > OctetLines.LONGEST) {
            throw new CommandFailure(
                    "standard input is longer than " + OctetLines.LONGEST + " octets");
        }
        String text = StrictUtf8.text(octets);
        if (text == null) {
            throw new CommandFailure("standard input is not UTF-8");
        }
        String message = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (message.isBlank()) {
            throw new CommandFailure("standard input holds no message");
        }
        return message.replaceFirst("\\R\\z", "");
    }
}
