package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * The user data header at the start of user data (3GPP TS 23.040, section 9.2.3.24). The SMPP
 * adapter reads it on its event loops when esm_class says that there is one; immutable.
 *
 * @param length octets of the header with its length octet: the text starts there; 0 if the octets
 *     are shorter than the header claims to be, so that all of them are kept as text
 * @param concatenation which part of a long message this is, or null for a whole one
 */
public record UserDataHeader(int length, @Nullable Concatenation concatenation) {
    private static final UserDataHeader NONE = new UserDataHeader(0, null);
    private static final int CONCATENATED_8_BIT = 0x00;
    private static final int CONCATENATED_16_BIT = 0x08;

    /**
     * Walks all elements of the header. Never throws: an element that overruns the header ends the
     * walk, and a concatenation whose part or total cannot be is ignored, as section 9.2.3.24.1
     * says. Of several concatenations the last counts.
     *
     * @param userData the header's length octet and all that follows it
     */
    public static UserDataHeader parse(Octets userData) {
        if (userData.length() == 0 || 1 + userData.at(0) > userData.length()) {
            return NONE;
        }
        int length = 1 + userData.at(0);
        Concatenation concatenation = null;
        int element = 1;
        while (element + 2 <= length) {
            int value = element + 2;
            int next = value + userData.at(element + 1);
            if (next > length) {
                break;
            }
            Concatenation found = concatenation(userData, element, next - value);
            concatenation = found == null ? concatenation : found;
            element = next;
        }
        return new UserDataHeader(length, concatenation);
    }

    private static @Nullable Concatenation concatenation(Octets octets, int element, int size) {
        int value = element + 2;
        int id = octets.at(element);
        if (id == CONCATENATED_8_BIT && size == 3) {
            return valid(octets, octets.at(value), Byte.SIZE, value + 1);
        }
        if (id == CONCATENATED_16_BIT && size == 4) {
            int reference = octets.at(value) << Byte.SIZE | octets.at(value + 1);
            return valid(octets, reference, Short.SIZE, value + 2);
        }
        return null;
    }

    private static @Nullable Concatenation valid(Octets octets, int reference, int bits, int at) {
        int total = octets.at(at);
        int part = octets.at(at + 1);
        return Concatenation.isValid(total, part)
                ? new Concatenation(reference, bits, total, part)
                : null;
    }
}
