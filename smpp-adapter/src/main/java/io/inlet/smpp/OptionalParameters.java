package io.inlet.smpp;

import com.cloudhopper.smpp.SmppConstants;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Octets;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those TLVs of a PDU that matter to a receiver (SMPP 3.4, section 5.3). Of a parameter that comes
 * twice the first one counts. What follows the last good one is left: carriers pad, and carriers
 * miscount.
 */
final class OptionalParameters {
    private static final int TAG_AND_LENGTH = 4;
    private static final int LONGEST_MESSAGE_ID = 65;
    private static final int NETWORK_ERROR_OCTETS = 3;

    private @Nullable Octets payload;
    private @Nullable String messageId;
    private @Nullable Octets networkError;
    private int messageState = -1;
    private int sarReference = -1;
    private int sarTotal = -1;
    private int sarPart = -1;
    private boolean payloadCutShort;
    private Map<Integer, Octets> values = Map.of();

    /**
     * Reads to the end of the buffer or to the first parameter that does not fit into it.
     *
     * @param tags those whose values are kept as they are
     */
    static OptionalParameters read(ByteBuf in, Set<Integer> tags) {
        var parameters = new OptionalParameters();
        while (in.readableBytes() >= TAG_AND_LENGTH) {
            short tag = in.readShort();
            int length = in.readUnsignedShort();
            if (length > in.readableBytes()) {
                parameters.payloadCutShort = tag == SmppConstants.TAG_MESSAGE_PAYLOAD;
                break;
            }
            ByteBuf value = in.readSlice(length);
            if (!tags.isEmpty() && tags.contains(tag & 0xffff)) {
                parameters.keep(tag & 0xffff, value);
            }
            parameters.take(tag, value);
        }
        return parameters;
    }

    private void keep(int tag, ByteBuf value) {
        values = values.isEmpty() ? new HashMap<>() : values;
        if (!values.containsKey(tag)) {
            values.put(tag, octets(value.duplicate()));
        }
    }

    private void take(short tag, ByteBuf value) {
        switch (tag) {
            case SmppConstants.TAG_MESSAGE_PAYLOAD -> {
                if (payload == null) {
                    payload = octets(value);
                }
            }
            case SmppConstants.TAG_SAR_MSG_REF_NUM -> sarReference = number(sarReference, value, 2);
            case SmppConstants.TAG_SAR_TOTAL_SEGMENTS -> sarTotal = number(sarTotal, value, 1);
            case SmppConstants.TAG_SAR_SEGMENT_SEQNUM -> sarPart = number(sarPart, value, 1);
            case SmppConstants.TAG_RECEIPTED_MSG_ID -> {
                if (messageId == null) {
                    messageId = text(value);
                }
            }
            case SmppConstants.TAG_MSG_STATE -> messageState = number(messageState, value, 1);
            case SmppConstants.TAG_NETWORK_ERROR_CODE -> {
                if (networkError == null && value.readableBytes() == NETWORK_ERROR_OCTETS) {
                    networkError = octets(value);
                }
            }
            default -> {}
        }
    }

    /** message_payload, or null if there is none. */
    @Nullable Octets payload() {
        return payload;
    }

    /** Whether the PDU ended within message_payload, so that text is missing. */
    boolean isPayloadCutShort() {
        return payloadCutShort && payload == null;
    }

    /** receipted_message_id, or null if there is none. */
    @Nullable String messageId() {
        return messageId;
    }

    /** message_state, or -1 if there is none. */
    int messageState() {
        return messageState;
    }

    /** The three octets of network_error_code, or null if there is none. */
    @Nullable Octets networkError() {
        return networkError;
    }

    /** The value of one of the tags that were asked for, or null if it did not come. */
    @Nullable Octets value(int tag) {
        return values.get(tag);
    }

    /** The three sar parameters together, or null if one is missing or they cannot be. */
    @Nullable Concatenation sar() {
        return sarReference >= 0 && Concatenation.isValid(sarTotal, sarPart)
                ? new Concatenation(sarReference, 16, sarTotal, sarPart)
                : null;
    }

    private static int number(int before, ByteBuf value, int octets) {
        if (before >= 0 || value.readableBytes() != octets) {
            return before;
        }
        return octets == 1 ? value.readUnsignedByte() : value.readUnsignedShort();
    }

    private static Octets octets(ByteBuf value) {
        byte[] bytes = new byte[value.readableBytes()];
        value.readBytes(bytes);
        return Octets.wrap(bytes);
    }

    // A C-octet string, whose NUL some leave out.
    private static @Nullable String text(ByteBuf value) {
        int nul = value.bytesBefore((byte) 0);
        int length = nul < 0 ? value.readableBytes() : nul;
        if (length == 0 || length > LONGEST_MESSAGE_ID) {
            return null;
        }
        return value.toString(value.readerIndex(), length, StandardCharsets.ISO_8859_1);
    }
}
