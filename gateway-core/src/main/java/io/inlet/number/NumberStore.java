package io.inlet.number;

import java.util.List;

/** The pool. Calls block on the database. */
public interface NumberStore {
    /**
     * Brings numbers into the pool, all or none.
     *
     * @return how many are new; a number that is there already is left as it is
     * @throws IllegalArgumentException if a carrier is not known
     */
    int importNumbers(List<PoolNumber> numbers);
}
