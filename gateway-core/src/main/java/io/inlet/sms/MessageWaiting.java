package io.inlet.sms;

/**
 * A message waiting indication (3GPP TS 23.038, section 4): the phone is to show or to put out a
 * sign.
 *
 * @param kind what waits
 * @param active whether the sign is to be shown
 * @param stored whether the network wants the text kept; Inlet keeps it in either case
 */
public record MessageWaiting(Kind kind, boolean active, boolean stored) {
    /** What waits. */
    public enum Kind {
        VOICEMAIL,
        FAX,
        EMAIL,
        OTHER
    }
}
