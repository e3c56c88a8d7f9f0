package io.inlet.sms;

/** Tells what a source address is. */
public final class SenderReader {
    private SenderReader() {}

    /** The sender that an address stands for. */
    public static Sender read(Address source) {
        return new Sender(
                source.value(), Sender.Kind.UNKNOWN, source.ton(), source.npi(), source.value());
    }
}
