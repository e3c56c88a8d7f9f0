package io.inlet.sms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells what a source address is. Lanes call it; it takes a microsecond or two for international
 * numbers, which libphonenumber judges, and less for the rest. Stateless.
 */
public final class SenderReader {
    /** SMPP bounds addresses at 20 octets; what is longer is shown cut. */
    private static final int LONGEST = 32;

    private static final int TON_SUBSCRIBER = 4;

    private SenderReader() {}

    /** The sender that an address stands for. Never throws. */
    public static Sender read(Address source) {
        String raw = source.value();
        String name = name(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        if (name.isEmpty()) {
            return sender(source, Sender.Kind.EMPTY, "");
        }
        if (source.ton() == Address.TON_ALPHANUMERIC || hasLetter(name)) {
            return sender(source, Sender.Kind.ALPHANUMERIC, name);
        }
        String digits = Digits.international(name);
        boolean prefixed = Digits.hasInternationalPrefix(name);
        if ((prefixed || source.ton() == Address.TON_INTERNATIONAL) && E164.isValid(digits)) {
            return sender(source, Sender.Kind.E164, "+" + digits);
        }
        boolean shortCode = !prefixed && digits.length() >= 3 && digits.length() <= 8;
        return shortCode && source.ton() != TON_SUBSCRIBER
                ? sender(source, Sender.Kind.SHORT_CODE, digits)
                : sender(source, Sender.Kind.UNKNOWN, name);
    }

    private static Sender sender(Address source, Sender.Kind kind, String display) {
        return new Sender(source.value(), kind, source.ton(), source.npi(), display);
    }

    /**
     * A name as people read it. Printable octets are ASCII or Latin-1, or UTF-8 if they all fit
     * that; below the space some carriers send GSM 7-bit, such as 0x11 for the underscore.
     */
    private static String name(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            plain = raw.charAt(i) >= ' ' && raw.charAt(i) < 0x7f;
        }
        if (plain) {
            return raw.strip();
        }
        StringBuilder name = new StringBuilder(raw.length());
        for (char c : utf8(raw).toCharArray()) {
            name.append(c < ' ' ? Gsm0338.basic(c) : Printable.of(c));
        }
        return name.toString().strip();
    }

    private static String utf8(String raw) {
        try {
            byte[] octets = raw.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }

    private static boolean hasLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
