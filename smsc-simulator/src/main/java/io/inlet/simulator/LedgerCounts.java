package io.inlet.simulator;

/**
 * The ledger in figures, all of one instant.
 *
 * @param handed segments handed to the carrier so far; the sum of the next six
 * @param neverSent those that wait for their first attempt
 * @param inFlight those sent whose answer is still to come
 * @param acknowledged those answered with ESME_ROK
 * @param refused those refused for now, waiting to be sent again
 * @param lost those refused for good
 * @param unanswered those that lost their session or their patience, waiting to be sent again
 * @param sends attempts so far, repeated ones included
 * @param refusals answers so far that were not ESME_ROK
 */
public record LedgerCounts(
        long handed,
        long neverSent,
        long inFlight,
        long acknowledged,
        long refused,
        long lost,
        long unanswered,
        long sends,
        long refusals) {}
