package io.inlet.persistence;

/**
 * What each commit shares with the others; all of it may be called from any thread.
 *
 * @param deliveries tells redeliveries
 * @param longMessages puts parts together
 * @param owners says whose messages are
 * @param revisions decides on later versions
 * @param suspensions says which leases show nothing for now
 * @param keys the keys of days
 */
record CommitSteps(
        Deliveries deliveries,
        LongMessages longMessages,
        Owners owners,
        Revisions revisions,
        Suspensions suspensions,
        ContentKeys keys) {}
