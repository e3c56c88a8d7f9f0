package io.inlet.persistence;

import io.inlet.sms.Answered;
import io.inlet.sms.Answered.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The gaps of {@link Answered} as a row keeps them: of each, its first microsecond and its last.
 */
final class Gaps {
    private Gaps() {}

    static List<Long> micros(Answered answered) {
        List<Long> micros = new ArrayList<>(2 * answered.gaps().size());
        for (Gap gap : answered.gaps()) {
            micros.add(PgTime.micros(gap.first()));
            micros.add(PgTime.micros(gap.last()));
        }
        return micros;
    }

    /** Reads what {@link #micros} wrote. */
    static Answered answered(Instant until, Long[] micros) {
        List<Gap> gaps = new ArrayList<>(micros.length / 2);
        for (int i = 0; i < micros.length; i += 2) {
            gaps.add(new Gap(PgTime.instant(micros[i]), PgTime.instant(micros[i + 1])));
        }
        return new Answered(until, gaps);
    }
}
