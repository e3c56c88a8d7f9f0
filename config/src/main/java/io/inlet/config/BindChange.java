package io.inlet.config;

import io.inlet.smpp.BindSettings;
import io.inlet.smpp.CarrierSettings;
import io.inlet.sms.BindName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reload does with one bind.
 *
 * @param bind which
 * @param kind what is done with it
 * @param keys the settings that changed, those of the carrier with {@code carrier.} before them;
 *     empty but for a changed bind
 */
public record BindChange(BindName bind, Kind kind, List<String> keys) {
    /** What is done with a bind. */
    public enum Kind {
        /** It comes up. */
        ADDED,
        /** It comes up anew with its new settings, after its last answers are out. */
        CHANGED,
        /** It goes, after its last answers are out. */
        REMOVED,
        /** It keeps its session. */
        UNTOUCHED
    }

    private static final String BINDS = "binds";

    public BindChange {
        keys = List.copyOf(keys);
    }

    /** A bind with its carrier's own settings. */
    private record Placed(CarrierSettings carrier, BindSettings bind) {}

    /** Compares all binds: those that are there now in their order, then those that go. */
    static List<BindChange> all(List<CarrierSettings> before, List<CarrierSettings> after) {
        Map<BindName, Placed> running = placed(before);
        List<BindChange> changes = new ArrayList<>();
        placed(after).forEach((name, found) -> changes.add(of(name, running.remove(name), found)));
        running.keySet()
                .forEach(name -> changes.add(new BindChange(name, Kind.REMOVED, List.of())));
        return changes;
    }

    private static BindChange of(BindName name, @Nullable Placed before, Placed after) {
        if (before == null) {
            return new BindChange(name, Kind.ADDED, List.of());
        }
        List<String> keys = new ArrayList<>(SettingsDifference.keys(before.bind(), after.bind()));
        for (String key : SettingsDifference.keys(before.carrier(), after.carrier())) {
            if (!key.equals(BINDS)) {
                keys.add("carrier." + key);
            }
        }
        return new BindChange(name, keys.isEmpty() ? Kind.UNTOUCHED : Kind.CHANGED, keys);
    }

    private static Map<BindName, Placed> placed(List<CarrierSettings> carriers) {
        Map<BindName, Placed> placed = new LinkedHashMap<>();
        for (CarrierSettings carrier : carriers) {
            for (BindSettings bind : carrier.binds()) {
                placed.put(new BindName(carrier.name(), bind.name()), new Placed(carrier, bind));
            }
        }
        return placed;
    }
}
