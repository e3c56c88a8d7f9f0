package io.inlet.simulator.script;

import io.inlet.id.Counted;
import io.inlet.simulator.CommandStatus;
import io.inlet.simulator.Handed;
import io.inlet.simulator.Ledger;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of messages, for people. Stateless. */
final class Outcomes {
    private Outcomes() {}

    /** Such as "2 PDUs: acknowledged", or "3 PDUs: 2 acknowledged, 1 lost (0x00000001)". */
    static String of(Ledger ledger, Handed handed) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (int i = 0; i < handed.segments(); i++) {
            kinds.merge(kind(ledger, handed.firstSegment() + i), 1, Integer::sum);
        }
        String pdus = Counted.of(handed.segments(), "PDU") + ": ";
        if (kinds.size() == 1) {
            return pdus + kinds.keySet().iterator().next();
        }
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", ", pdus, ""));
    }

    private static String kind(Ledger ledger, long segment) {
        String state = ledger.state(segment).name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int status = ledger.status(segment);
        return status == 0 ? state : state + " (" + CommandStatus.nameOf(status) + ")";
    }
}
