package io.inlet.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks phrases alongside a text: the places that it is asked about never go back by a number. */
final class HitCursor {
    private final CharSequence text;
    private final List<Hit> hits;
    private int next;

    HitCursor(CharSequence folded, List<Hit> hits) {
        this.text = folded;
        this.hits = hits;
    }

    /** The first phrase that starts at or after a place. */
    @Nullable Hit from(int at) {
        while (next < hits.size() && hits.get(next).from() < at) {
            next++;
        }
        return next < hits.size() ? hits.get(next) : null;
    }

    /** Whether a phrase ends right there: {@code OTP482913}, {@code EUR20}. */
    boolean endAt(int at) {
        Hit last = before(at);
        return last != null && last.to() == at;
    }

    /** Whether a currency stands before an amount that starts there. */
    boolean payBefore(int at) {
        Hit last = before(at);
        return last != null && last.cue() == Cue.MONEY && at - last.to() <= 2;
    }

    /** The phrase that starts there, or after one space or hyphen there. */
    @Nullable Hit unitAfter(int at) {
        Hit after = from(at);
        if (after == null || after.from() - at > 1) {
            return null;
        }
        return after.from() == at || " -".indexOf(text.charAt(at)) >= 0 ? after : null;
    }

    private @Nullable Hit before(int at) {
        from(at);
        return next == 0 ? null : hits.get(next - 1);
    }
}
