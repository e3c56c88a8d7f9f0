package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * Tells what a source address is. Lanes call it; it takes a microsecond or two for international
 * numbers, which libphonenumber judges, and less for the rest. Stateless.
 */
public final class SenderReader {
    /** SMPP bounds addresses at 20 octets; what is longer is shown cut. */
    private static final int LONGEST = 32;

    private static final int TON_SUBSCRIBER = 4;

    private SenderReader() {}

    /** The sender that an address stands for on a bind without rules. Never throws. */
    public static Sender read(Address raw) {
        Address source = AddressReader.source(raw, AddressRules.DEFAULT, NameAlphabet.AUTO);
        return read(source, Envelope.of(raw, raw));
    }

    /**
     * The sender that an address stands for. Never throws.
     *
     * @param source as {@link AddressReader#source} gave it
     * @param envelope the address as received, and the country of short codes
     */
    public static Sender read(Address source, Envelope envelope) {
        Address raw = envelope.source();
        String name = cut(source.value());
        if (name.isEmpty()) {
            return sender(raw, Sender.Kind.EMPTY, "");
        }
        if (source.ton() == Address.TON_ALPHANUMERIC) {
            return sender(raw, Sender.Kind.ALPHANUMERIC, name);
        }
        String digits = Digits.international(name);
        boolean international = source.ton() == Address.TON_INTERNATIONAL;
        boolean prefixed =
                Digits.hasInternationalPrefix(name)
                        || (international && Digits.hasInternationalPrefix(raw.value()));
        if ((international || prefixed) && E164.isValid(digits)) {
            return sender(raw, Sender.Kind.E164, "+" + digits);
        }
        boolean shortCode = !prefixed && digits.length() >= 3 && digits.length() <= 8;
        return shortCode && source.ton() != TON_SUBSCRIBER
                ? shortCode(envelope, digits)
                : sender(raw, Sender.Kind.UNKNOWN, cut(Names.read(raw.value(), NameAlphabet.AUTO)));
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        boolean pair = Character.isHighSurrogate(name.charAt(LONGEST - 1));
        return name.substring(0, pair ? LONGEST - 1 : LONGEST).strip();
    }

    private static Sender sender(Address raw, Sender.Kind kind, String display) {
        return new Sender(raw.value(), kind, raw.ton(), raw.npi(), display, null);
    }

    private static Sender shortCode(Envelope envelope, String digits) {
        Address raw = envelope.source();
        @Nullable String country = envelope.country();
        return new Sender(
                raw.value(), Sender.Kind.SHORT_CODE, raw.ton(), raw.npi(), digits, country);
    }
}
