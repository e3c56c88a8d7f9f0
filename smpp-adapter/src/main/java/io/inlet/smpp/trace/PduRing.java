package io.inlet.smpp.trace;

import io.inlet.sms.Octets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last PDUs of one bind, bounded in number and octets. The bind's event loop adds; any thread
 * may look.
 */
public final class PduRing {
    private static final int MOST_PDUS = 500;
    private static final int MOST_OCTETS = 512 * 1024;

    private final InstantSource clock;
    private final Deque<TracedPdu> last = new ArrayDeque<>();
    private int octets;
    private int sessions;

    public PduRing(InstantSource clock) {
        this.clock = clock;
    }

    /** A connection is made: its number. */
    public synchronized int connected() {
        return ++sessions;
    }

    /** A PDU passed; the oldest go when it would be too many. */
    public synchronized void add(int session, Direction direction, Octets pdu) {
        Instant now = clock.instant();
        last.addLast(new TracedPdu(now, direction, session, pdu));
        octets += pdu.length();
        while (last.size() > MOST_PDUS || (octets > MOST_OCTETS && last.size() > 1)) {
            octets -= last.removeFirst().pdu().length();
        }
    }

    private synchronized List<TracedPdu> all() {
        return List.copyOf(last);
    }

    /** What is there, oldest first, for people to read; content is masked. */
    public List<PduLine> lines() {
        return all().stream().map(PduLine::of).toList();
    }

    /** What is there as a capture file in the libpcap format; content is masked. */
    public Octets capture() {
        Capture capture = new Capture();
        all().forEach(capture::add);
        return capture.octets();
    }
}
