package io.inlet.smpp;

/** Whether a carrier that has said outbind is the right one. */
sealed interface Admission {
    /** It is, and hears this. */
    record Granted(BindRequest request) implements Admission {}

    /** It is not, or nobody can tell now. The detail holds nothing of what it said. */
    record Refused(EndReason reason, String detail) implements Admission {}
}
