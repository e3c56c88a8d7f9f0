package io.inlet.smpp;

import io.inlet.sms.Alphabet;
import io.inlet.sms.Octets;
import io.inlet.sms.TextDecoder;
import io.inlet.sms.UserData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads delivery receipts, from their TLVs and, for what these leave out, from their text. Never
 * throws: whatever it says, a receipt is acknowledged. Stateless.
 */
final class ReceiptReader {
    /** What follows is the text of the message that the receipt is about, if anything. */
    private static final int MOST_OCTETS = 512;

    private ReceiptReader() {}

    static Reading.Receipt read(ReceiptKind kind, OptionalParameters optional, UserData data) {
        Octets octets = data.octets();
        Octets start = octets.slice(0, Math.min(octets.length(), MOST_OCTETS));
        UserData head = new UserData(alphabet(data), data.header(), start);
        ReceiptText text = ReceiptText.read(TextDecoder.decode(List.of(head)));
        String id = optional.messageId();
        return new Reading.Receipt(
                kind,
                id == null ? text.id() : id,
                state(optional, text),
                error(optional, text),
                text.submitted(),
                text.done());
    }

    // The SMSC writes it, in ASCII as a rule whatever the data_coding: GSM would turn _ into §.
    private static Alphabet alphabet(UserData data) {
        return switch (data.alphabet()) {
            case UCS2, GSM7_PACKED -> data.alphabet();
            default -> Alphabet.LATIN1;
        };
    }

    private static ReceiptState state(OptionalParameters optional, ReceiptText text) {
        int code = optional.messageState();
        String state = text.state();
        if (code >= 0) {
            return ReceiptState.of(code);
        }
        return state == null ? ReceiptState.UNKNOWN : ReceiptState.of(state);
    }

    // network_error_code is a network type and an error of two octets (section 5.3.2.31).
    private static @Nullable String error(OptionalParameters optional, ReceiptText text) {
        Octets code = optional.networkError();
        return code == null ? text.error() : Integer.toString(code.at(1) << Byte.SIZE | code.at(2));
    }
}
