package io.inlet.smpp;

/** Whether a delivery receipt ends what it tells of (SMPP 3.4, section 5.2.12, esm_class). */
public enum ReceiptKind {
    /** An SMSC delivery receipt: the message's last state. */
    FINAL,
    /** An intermediate delivery notification: more may follow. */
    INTERMEDIATE
}
