package io.inlet.smpp;

import io.inlet.sms.Alphabet;
import io.inlet.sms.Octets;
import io.inlet.sms.UserData;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Set;

/** The receipt parser: the first octets are its TLVs, as many as a setting says, the rest text. */
final class ReceiptFuzz implements FuzzedDecoder<Reading.Receipt> {
    private static final int LONGEST_FIELD = 65;
    private static final Alphabet[] ALPHABETS = Alphabet.values();
    private static final ReceiptKind[] KINDS = ReceiptKind.values();

    @Override
    public Reading.Receipt read(FuzzCase input) {
        byte[] octets = input.input();
        int tlvs = Math.min(input.setting(2), octets.length);
        OptionalParameters optional =
                OptionalParameters.read(Unpooled.wrappedBuffer(octets, 0, tlvs), Set.of());
        Octets text = Octets.wrap(Arrays.copyOfRange(octets, tlvs, octets.length));
        UserData data = new UserData(input.chosen(0, ALPHABETS), Octets.EMPTY, text);
        return ReceiptReader.read(input.chosen(1, KINDS), optional, data);
    }

    @Override
    public void expect(FuzzCase input, Reading.Receipt receipt) {
        for (String field : new String[] {receipt.id(), receipt.error()}) {
            FuzzedDecoder.require(
                    field == null || field.length() <= LONGEST_FIELD, "fields that are bounded");
        }
    }
}
