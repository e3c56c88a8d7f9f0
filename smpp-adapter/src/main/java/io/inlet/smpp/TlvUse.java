package io.inlet.smpp;

/** What Inlet itself makes of a carrier's own TLV. */
public enum TlvUse {
    /** Nothing: it is shown. */
    FIELD,
    /** It is the carrier's timestamp of the message. */
    SENT_AT,
    /** It is the carrier's id of the message. */
    MESSAGE_ID
}
