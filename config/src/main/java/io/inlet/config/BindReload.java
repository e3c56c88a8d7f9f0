package io.inlet.config;

import io.inlet.smpp.BindChange;
import io.inlet.smpp.BindSettings;
import io.inlet.smpp.CarrierSettings;
import io.inlet.smpp.Carriers;
import io.inlet.sms.BindName;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reload does with one bind, and why.
 *
 * @param change what becomes of it
 * @param settings the keys that changed, those of the carrier with {@code carrier.} before them;
 *     empty but for a changed bind
 */
public record BindReload(BindChange change, List<String> settings) {
    private static final String BINDS = "binds";

    public BindReload {
        settings = List.copyOf(settings);
    }

    /** Compares all binds: those that are there now in their order, then those that go. */
    static List<BindReload> all(List<CarrierSettings> before, List<CarrierSettings> after) {
        return Carriers.plan(before, after).stream()
                .map(change -> new BindReload(change, settings(change, before, after)))
                .toList();
    }

    private static List<String> settings(
            BindChange change, List<CarrierSettings> before, List<CarrierSettings> after) {
        if (change.kind() != BindChange.Kind.CHANGED) {
            return List.of();
        }
        CarrierSettings old = carrier(before, change.name());
        CarrierSettings now = carrier(after, change.name());
        List<String> keys =
                new ArrayList<>(
                        SettingsDifference.keys(
                                bind(old, change.name()), bind(now, change.name())));
        SettingsDifference.keys(old, now).stream()
                .filter(key -> !key.equals(BINDS))
                .forEach(key -> keys.add("carrier." + key));
        return keys;
    }

    private static CarrierSettings carrier(List<CarrierSettings> all, BindName name) {
        return all.stream()
                .filter(carrier -> carrier.name().equals(name.carrier()))
                .findFirst()
                .orElseThrow();
    }

    private static BindSettings bind(CarrierSettings carrier, BindName name) {
        return carrier.binds().stream()
                .filter(bind -> bind.name().equals(name.bind()))
                .findFirst()
                .orElseThrow();
    }
}
