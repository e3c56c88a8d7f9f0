package io.inlet.http;

import io.inlet.sms.BindId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The binds of the running gateway, for operators. Any thread. */
public interface Binds {
    /** How each bind is, in the order of the configuration. */
    List<BindStatus> all();

    /** What passed over a bind last, or null if there is no such bind. */
    @Nullable BindTrace trace(BindId bind);

    /**
     * Reads the last payload that came over a bind for nobody under every alphabet that it may be
     * in. Blocks on the database.
     *
     * @return null if there is none of the last day, or no such bind
     */
    @Nullable AlphabetReport alphabets(BindId bind);

    /**
     * Has something done to a bind, and waits until it is: some seconds at most.
     *
     * @return null if there is no such bind
     */
    @Nullable OrderOutcome order(BindId bind, BindOrder order);
}
