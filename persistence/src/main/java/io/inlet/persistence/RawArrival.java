package io.inlet.persistence;

import io.inlet.intake.Submission;
import io.inlet.seal.ContentKey;
import io.inlet.seal.Seal;
import io.inlet.sms.Octets;
import java.util.UUID;

/**
 * A frame that is kept raw.
 *
 * @param place its place in the batch
 * @param submission the frame
 * @param key the key of the day of its arrival
 * @param sealed its octets under that key
 */
record RawArrival(int place, Submission.Raw submission, ContentKey key, Octets sealed)
        implements Telling {
    /** The row is never revised. */
    private static final int VERSION = 0;

    static RawArrival of(int place, Submission.Raw submission, ContentKey key) {
        UUID row = submission.id().uuid();
        byte[] pdu = submission.arrival().pdu().array();
        return new RawArrival(place, submission, key, Seal.seal(key, row, VERSION, pdu));
    }
}
