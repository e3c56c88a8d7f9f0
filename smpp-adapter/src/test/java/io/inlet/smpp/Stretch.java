package io.inlet.smpp;

import io.inlet.sms.Octets;
import java.util.Arrays;

/**
 * An input of 64 KiB, told in few octets. Its text form is both parts in hexadecimal with an
 * asterisk between.
 *
 * @param head how it begins
 * @param unit what is repeated until it is that long, at least one octet
 */
record Stretch(FuzzCase head, Octets unit) {
    private static final int OCTETS = 64 * 1024;

    static Stretch of(FuzzCase head, byte... unit) {
        return new Stretch(head, Octets.wrap(unit));
    }

    static Stretch parse(String text) {
        int asterisk = text.indexOf('*');
        return new Stretch(
                new FuzzCase(Octets.hex(text.substring(0, asterisk))),
                Octets.hex(text.substring(asterisk + 1)));
    }

    /** All of it. */
    FuzzCase whole() {
        byte[] start = head.octets().array();
        byte[] all = Arrays.copyOf(start, FuzzCase.CHOICES + OCTETS);
        for (int i = start.length; i < all.length; i++) {
            all[i] = (byte) unit.at((i - start.length) % unit.length());
        }
        return new FuzzCase(Octets.wrap(all));
    }

    @Override
    public String toString() {
        return head.octets().toHex() + '*' + unit.toHex();
    }
}
