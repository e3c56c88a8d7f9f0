package io.inlet.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file as octets, a byte order mark left out: what they mean is for who asks. A line
 * that is too long is skipped, not held. For one thread.
 */
final class OctetLines {
    /** Octets of a line at most; the longest message is far shorter. */
    static final int LONGEST = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private int number;

    /**
     * A line.
     *
     * @param number from 1
     * @param octets without its end
     * @param tooLong whether it has more than {@link #LONGEST}; only so many are given
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares lines
    record Line(int number, byte[] octets, boolean tooLong) {}

    /**
     * @param in buffered; who opened it closes it
     */
    OctetLines(InputStream in) throws IOException {
        this.in = in;
        skipByteOrderMark();
    }

    private void skipByteOrderMark() throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        byte[] first = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            in.reset();
        }
    }

    /** The next line, or null after the last. */
    @Nullable Line next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (octet >= 0 && octet != '\n') {
            tooLong |= line.size() == LONGEST;
            if (!tooLong) {
                line.write(octet);
            }
            octet = in.read();
        }
        return new Line(number, line.toByteArray(), tooLong);
    }
}
