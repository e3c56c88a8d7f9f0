package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * The user data header at the start of user data (3GPP TS 23.040, section 9.2.3.24). The SMPP
 * adapter reads it on its event loops when esm_class says that there is one; immutable.
 *
 * @param length octets of the header with its length octet: the text starts there; 0 if the octets
 *     are shorter than the header claims to be, so that all of them are kept as text
 * @param concatenation which part of a long message this is, or null for a whole one
 * @param tables the national tables that the text is written in
 * @param ports the applications that the text goes between, or null for a text for people
 */
public record UserDataHeader(
        int length,
        @Nullable Concatenation concatenation,
        ShiftTables tables,
        @Nullable Ports ports) {
    /** No header. */
    public static final UserDataHeader NONE = new UserDataHeader(0, null);

    private static final int CONCATENATED_8_BIT = 0x00;
    private static final int PORTS_8_BIT = 0x04;
    private static final int PORTS_16_BIT = 0x05;
    private static final int CONCATENATED_16_BIT = 0x08;
    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;

    UserDataHeader(int length, @Nullable Concatenation concatenation) {
        this(length, concatenation, ShiftTables.DEFAULT, null);
    }

    /**
     * Walks all elements of the header. Never throws: an element that overruns the header ends the
     * walk, one that is not of its kind's length is passed over, and a concatenation whose part or
     * total cannot be is ignored, as section 9.2.3.24.1 says. Of several elements of a kind the
     * last counts (section 9.2.3.24), and of concatenations of either width too.
     *
     * @param userData the header's length octet and all that follows it
     */
    public static UserDataHeader parse(Octets userData) {
        if (userData.length() == 0 || 1 + userData.at(0) > userData.length()) {
            return NONE;
        }
        int length = 1 + userData.at(0);
        UserDataHeader header = new UserDataHeader(length, null);
        int element = 1;
        while (element + 2 <= length) {
            int next = element + 2 + userData.at(element + 1);
            if (next > length) {
                break;
            }
            header = header.with(userData, element);
            element = next;
        }
        return header;
    }

    private UserDataHeader with(Octets octets, int element) {
        int size = octets.at(element + 1);
        int at = element + 2;
        return switch (octets.at(element) << Byte.SIZE | size) {
            case CONCATENATED_8_BIT << Byte.SIZE | 3 ->
                    with(concatenation(octets, octets.at(at), Byte.SIZE, at + 1));
            case CONCATENATED_16_BIT << Byte.SIZE | 4 ->
                    with(concatenation(octets, number(octets, at), Short.SIZE, at + 2));
            case PORTS_8_BIT << Byte.SIZE | 2 -> with(new Ports(octets.at(at), octets.at(at + 1)));
            case PORTS_16_BIT << Byte.SIZE | 4 ->
                    with(new Ports(number(octets, at), number(octets, at + 2)));
            case SINGLE_SHIFT << Byte.SIZE | 1 -> with(tables.withSingle(octets.at(at)));
            case LOCKING_SHIFT << Byte.SIZE | 1 -> with(tables.withLocking(octets.at(at)));
            default -> this;
        };
    }

    private UserDataHeader with(@Nullable Concatenation found) {
        return found == null ? this : new UserDataHeader(length, found, tables, ports);
    }

    private UserDataHeader with(Ports found) {
        return new UserDataHeader(length, concatenation, tables, found);
    }

    private UserDataHeader with(ShiftTables found) {
        return new UserDataHeader(length, concatenation, found, ports);
    }

    private static int number(Octets octets, int at) {
        return octets.at(at) << Byte.SIZE | octets.at(at + 1);
    }

    private static @Nullable Concatenation concatenation(
            Octets octets, int reference, int bits, int at) {
        int total = octets.at(at);
        int part = octets.at(at + 1);
        return Concatenation.isValid(total, part)
                ? new Concatenation(reference, bits, total, part)
                : null;
    }
}
