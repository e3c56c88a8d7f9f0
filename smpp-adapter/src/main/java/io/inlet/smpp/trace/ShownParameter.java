package io.inlet.smpp.trace;

import io.inlet.id.EnumName;
import io.inlet.smpp.trace.PduField.Kind;
import org.jspecify.annotations.Nullable;

/** The optional parameters that say nothing of a message's content (SMPP 3.4, section 5.3.2). */
enum ShownParameter {
    RECEIPTED_MESSAGE_ID(0x001E, Kind.TEXT),
    USER_MESSAGE_REFERENCE(0x0204, Kind.NUMBER),
    SOURCE_PORT(0x020A, Kind.NUMBER),
    DESTINATION_PORT(0x020B, Kind.NUMBER),
    SAR_MSG_REF_NUM(0x020C, Kind.NUMBER),
    LANGUAGE_INDICATOR(0x020D, Kind.NUMBER),
    SAR_TOTAL_SEGMENTS(0x020E, Kind.NUMBER),
    SAR_SEGMENT_SEQNUM(0x020F, Kind.NUMBER),
    SC_INTERFACE_VERSION(0x0210, Kind.NUMBER),
    PAYLOAD_TYPE(0x0019, Kind.NUMBER),
    NETWORK_ERROR_CODE(0x0423, Kind.HEADER),
    MESSAGE_STATE(0x0427, Kind.NUMBER);

    private final int tag;
    private final Kind kind;

    ShownParameter(int tag, Kind kind) {
        this.tag = tag;
        this.kind = kind;
    }

    /** The parameter of a tag, or null if it is not to be shown. */
    static @Nullable ShownParameter of(int tag) {
        for (ShownParameter parameter : values()) {
            if (parameter.tag == tag) {
                return parameter;
            }
        }
        return null;
    }

    String label() {
        return EnumName.of(this);
    }

    Kind kind() {
        return kind;
    }
}
