package io.inlet.smpp;

import io.inlet.sms.Octets;
import io.inlet.sms.UserDataHeader;

/** The walk over a user data header. */
final class HeaderFuzz implements FuzzedDecoder<UserDataHeader> {
    @Override
    public UserDataHeader read(FuzzCase input) {
        return UserDataHeader.parse(Octets.wrap(input.input()));
    }

    @Override
    public void expect(FuzzCase input, UserDataHeader header) {
        byte[] octets = input.input();
        boolean fits = octets.length > 0 && 1 + (octets[0] & 0xff) <= octets.length;
        FuzzedDecoder.require(
                header.length() == (fits ? 1 + (octets[0] & 0xff) : 0),
                "a header of the length that it claims, or none");
    }
}
