package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A delivery receipt in the format of SMPP 3.4, appendix B.
 *
 * @param messageId the id of the message that it is about
 * @param state one of {@link #STATES}
 */
public record Receipt(String messageId, String state) {
    private static final Map<String, Integer> STATE_CODES =
            Map.of(
                    "ENROUTE", 1, "DELIVRD", 2, "EXPIRED", 3, "DELETED", 4, "UNDELIV", 5, "ACCEPTD",
                    6, "UNKNOWN", 7, "REJECTD", 8);

    /** The states that a receipt can tell, in order. */
    public static final List<String> STATES = STATE_CODES.keySet().stream().sorted().toList();

    public Receipt {
        if (!STATE_CODES.containsKey(state)) {
            throw new IllegalArgumentException("state: expected one of " + STATES);
        }
        if (!messageId.matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException(
                    "id: expected 1 to 64 printable ASCII characters, found another");
        }
    }

    String text() {
        String delivered = state.equals("DELIVRD") ? "001" : "000";
        return "id:%s sub:001 dlvrd:%s submit date:2601010000 done date:2601010001 stat:%s err:000 text:"
                .formatted(messageId, delivered, state);
    }

    List<Tlv> tlvs() {
        byte[] id = (messageId + "\0").getBytes(StandardCharsets.US_ASCII);
        return List.of(
                new Tlv(Tlv.RECEIPTED_MESSAGE_ID, Octets.wrap(id)),
                Tlv.octet(Tlv.MESSAGE_STATE, STATE_CODES.getOrDefault(state, 7)));
    }
}
