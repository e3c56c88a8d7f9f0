package io.inlet.number;

import io.inlet.sms.Msisdn;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pool. Calls block on the database, and throw {@link
 * io.inlet.intake.StoreUnavailableException} if it does not answer.
 */
public interface NumberStore {
    /**
     * Brings numbers into the pool, all or none. A number that is there already is left as it is; a
     * number that comes twice, or whose carrier is not known, is wrong.
     *
     * @param lines read once, to the end, whatever is wrong with them; what it throws is thrown on,
     *     and nothing is imported
     */
    ImportOutcome importNumbers(Iterator<NumberLine> lines);

    /** Gives each number of the pool, in the order of their digits as text, as of one moment. */
    void export(Consumer<PoolNumber> each);

    /** The id of a number, or null if it is not in the pool. */
    @Nullable NumberId id(Msisdn msisdn);

    /** A number, or null if it is not in the pool. */
    @Nullable KnownNumber find(NumberId id);

    /**
     * A number's history, oldest first; empty if there is no such number.
     *
     * @param after how many steps to leave out
     * @param limit how many at most
     */
    List<NumberChange> history(NumberId id, int after, int limit);

    /**
     * Says how a number stands, in its history and in the system feed too. A lease that runs goes
     * on.
     *
     * @param service how, and why
     */
    StandingOutcome stand(NumberId id, PoolNumber.Service service);

    /** The whole pool, counted through: seconds of work for a pool of millions. */
    List<Coverage> coverage();
}
