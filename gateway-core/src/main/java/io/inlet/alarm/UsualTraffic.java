package io.inlet.alarm;

import java.util.List;

/** What a bind usually brings in an hour, judged by the same hour of other days. Stateless. */
final class UsualTraffic {
    /** Fewer days say nothing of what is usual. */
    private static final int LEAST_DAYS = 3;

    private UsualTraffic() {}

    /**
     * The median of what other days brought in this hour: one day's campaign or outage does not
     * change what is usual.
     *
     * @return messages an hour; 0 if it is not known
     */
    static double anHour(List<Long> otherDays) {
        if (otherDays.size() < LEAST_DAYS) {
            return 0;
        }
        List<Long> sorted = otherDays.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
