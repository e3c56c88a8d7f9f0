package io.inlet.simulator;

import java.util.HashMap;
import java.util.Map;

/**
 * How often which PDU came from ESMEs, apart from the answers that the ledger counts. Any thread
 * may read; only the carrier writes.
 */
public final class Heard {
    private final Map<Kind, Long> counts = new HashMap<>();

    Heard() {}

    /** A kind of PDU. */
    private record Kind(int commandId, int status) {}

    /** What was heard up to some instant. Immutable. */
    public static final class Mark {
        /** Before anything was heard. */
        public static final Mark START = new Mark(Map.of());

        private final Map<Kind, Long> counts;

        private Mark(Map<Kind, Long> counts) {
            this.counts = Map.copyOf(counts);
        }
    }

    /** What was heard so far. */
    public synchronized Mark mark() {
        return new Mark(counts);
    }

    /** How many PDUs of a command_id came since a mark, whatever their command_status. */
    public synchronized long since(Mark mark, int commandId) {
        return counts.keySet().stream()
                .filter(kind -> kind.commandId == commandId)
                .mapToLong(kind -> since(mark, kind))
                .sum();
    }

    /** How many PDUs of a command_id with a command_status came since a mark. */
    public synchronized long since(Mark mark, int commandId, int status) {
        return since(mark, new Kind(commandId, status));
    }

    /** How many responses came since a mark. */
    public synchronized long responsesSince(Mark mark) {
        return counts.keySet().stream()
                .filter(kind -> !CommandId.isRequest(kind.commandId))
                .mapToLong(kind -> since(mark, kind))
                .sum();
    }

    synchronized void add(int commandId, int status) {
        counts.merge(new Kind(commandId, status), 1L, Long::sum);
    }

    private long since(Mark mark, Kind kind) {
        return counts.getOrDefault(kind, 0L) - mark.counts.getOrDefault(kind, 0L);
    }
}
