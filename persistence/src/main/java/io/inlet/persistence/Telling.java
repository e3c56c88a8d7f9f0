package io.inlet.persistence;

/** What a commit stores and tells of. */
sealed interface Telling permits Birth, RawArrival, Revision {
    /** The place in the batch of the arrival behind it: what came first is told first. */
    int place();
}
