package io.inlet.simulator.run;

import io.inlet.simulator.MessageSource;
import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;

/**
 * Makes the messages of a load, each with a {@link LoadText} of its own: one PDU is encoded once,
 * and its digits are overwritten in copies, which costs a tenth of encoding each anew. Any thread.
 */
public final class LoadMessages implements MessageSource {
    private static final String EMPTY_TEXT = LoadText.text(0, 0);
    private static final int CODE_AT = EMPTY_TEXT.indexOf("is ") + 3;
    private static final int INDEX_AT = EMPTY_TEXT.indexOf("Ref ") + 4;
    private static final int MICROS_AT = EMPTY_TEXT.indexOf("at ") + 3;

    private final byte[] template;
    private final int textAt;
    private final int destinationAt;
    private final int destinationDigits;
    private final long firstDestination;
    private final int destinations;

    /**
     * @param destinations to whom, in turn
     * @param sender the source address, as {@code AddressText} reads it
     */
    public LoadMessages(Destinations destinations, String sender) {
        template =
                OutgoingMessage.to("+" + destinations.first())
                        .from(sender)
                        .text(EMPTY_TEXT)
                        .as(Coding.GSM7)
                        .build()
                        .pdus()
                        .getFirst()
                        .array();
        textAt = template.length - EMPTY_TEXT.length();
        destinationDigits = destinations.first().length();
        destinationAt = destinationAt();
        firstDestination = Long.parseLong(destinations.first());
        this.destinations = destinations.count();
    }

    // The first octet after the source address's NUL, and TON and NPI.
    private int destinationAt() {
        String pdu = new String(template, StandardCharsets.ISO_8859_1);
        int sourceAt = 16 + 1 + 2;
        return pdu.indexOf('\0', sourceAt) + 1 + 2;
    }

    /**
     * One message.
     *
     * @throws IllegalArgumentException if the index has more than 9 digits
     */
    @Override
    public OutgoingMessage message(long index, long intendedMicros) {
        if (index < 0 || index > LoadText.LAST_INDEX) {
            throw new IllegalArgumentException("index: expected 9 digits at most, found " + index);
        }
        byte[] pdu = template.clone();
        put(pdu, destinationAt, destinationDigits, firstDestination + index % destinations);
        put(pdu, textAt + CODE_AT, 6, LoadText.code(index));
        put(pdu, textAt + INDEX_AT, 9, index);
        put(pdu, textAt + MICROS_AT, 16, intendedMicros);
        return OutgoingMessage.ofPdu(Octets.wrap(pdu));
    }

    private static void put(byte[] pdu, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            pdu[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
