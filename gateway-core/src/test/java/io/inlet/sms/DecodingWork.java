package io.inlet.sms;

/** Counts how often decoding looks at an octet. */
public final class DecodingWork extends OctetRun {
    private long visits;

    private DecodingWork(byte[] octets) {
        super(octets);
    }

    /** Decodes octets and says how often it looked at one. */
    public static long visits(Alphabet alphabet, byte[] octets) {
        DecodingWork work = new DecodingWork(octets);
        TextDecoder.read(
                new TextDecoder.Run(alphabet, ShiftTables.DEFAULT), work, new StringBuilder());
        return work.visits;
    }

    @Override
    int at(int index) {
        visits++;
        return super.at(index);
    }

    @Override
    byte[] array() {
        visits += length();
        return super.array();
    }
}
