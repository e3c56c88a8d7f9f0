package io.inlet.smpp.trace;

import io.inlet.id.EnumName;
import io.inlet.smpp.trace.PduField.Kind;
import org.jspecify.annotations.Nullable;

/** The optional parameters that say nothing of a message's content (SMPP 3.4, section 5.3.2). */
enum ShownParameter {
    RECEIPTED_MESSAGE_ID(0x001E, Kind.TEXT, 65),
    USER_MESSAGE_REFERENCE(0x0204, Kind.NUMBER, 2),
    SOURCE_PORT(0x020A, Kind.NUMBER, 2),
    DESTINATION_PORT(0x020B, Kind.NUMBER, 2),
    SAR_MSG_REF_NUM(0x020C, Kind.NUMBER, 2),
    LANGUAGE_INDICATOR(0x020D, Kind.NUMBER, 1),
    SAR_TOTAL_SEGMENTS(0x020E, Kind.NUMBER, 1),
    SAR_SEGMENT_SEQNUM(0x020F, Kind.NUMBER, 1),
    SC_INTERFACE_VERSION(0x0210, Kind.NUMBER, 1),
    PAYLOAD_TYPE(0x0019, Kind.NUMBER, 1),
    NETWORK_ERROR_CODE(0x0423, Kind.OCTETS, 3),
    MESSAGE_STATE(0x0427, Kind.NUMBER, 1);

    private static final ShownParameter[] ALL = values();

    private final int tag;
    private final Kind kind;
    private final int longest;
    private final String label;

    ShownParameter(int tag, Kind kind, int longest) {
        this.tag = tag;
        this.kind = kind;
        this.longest = longest;
        this.label = EnumName.of(this);
    }

    /** The parameter of a tag, or null if it is not to be shown. */
    static @Nullable ShownParameter of(int tag) {
        for (ShownParameter parameter : ALL) {
            if (parameter.tag == tag) {
                return parameter;
            }
        }
        return null;
    }

    String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    /** How long its value may be, in octets; what is longer is something else. */
    int longest() {
        return longest;
    }
}
