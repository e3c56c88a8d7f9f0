package io.inlet.http;

import io.inlet.sms.Octets;

/** Names a person who consented, by an HMAC under a key outside the database. Any thread. */
@FunctionalInterface
public interface SubjectHash {
    /** The same octets for the same reference, and no way back. */
    Octets of(String subjectRef);
}
