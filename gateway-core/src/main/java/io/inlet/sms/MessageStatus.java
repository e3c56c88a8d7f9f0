package io.inlet.sms;

/** What became of a message. */
public enum MessageStatus {
    /** Stored. */
    RECEIVED,
    /** Read by its tenant over any channel. */
    DELIVERED,
    /** Attempts used up and never read. */
    FAILED,
    /** Held back by policy. */
    BLOCKED,
    /** Held back for now. */
    WITHHELD,
    /** Nobody's. */
    QUARANTINED,
    /** Purged unread. */
    EXPIRED
}
