package io.inlet.smpp;

import io.inlet.sms.BindName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The binds of a configuration, each with all that it depends on, to compare with another. */
final class Plan {
    private final Map<BindName, CarrierSettings> slots = new LinkedHashMap<>();

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException if two carriers have one name
     */
    Plan(List<CarrierSettings> carriers) {
        Expect.distinct("carriers", carriers.stream().map(CarrierSettings::name).toList());
        for (CarrierSettings carrier : carriers) {
            for (BindSettings bind : carrier.binds()) {
                slots.put(new BindName(carrier.name(), bind.name()), carrier.only(bind));
            }
        }
    }

    /** All binds, in order. */
    List<BindName> names() {
        return List.copyOf(slots.keySet());
    }

    boolean has(BindName name) {
        return slots.containsKey(name);
    }

    /** Its carrier's settings, with this bind alone. */
    CarrierSettings slot(BindName name) {
        CarrierSettings slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no bind " + name);
        }
        return slot;
    }

    /** What becomes of each bind if this comes after another plan: in order, then those removed. */
    List<BindChange> after(Plan former) {
        List<BindChange> changes = new ArrayList<>();
        slots.forEach((name, slot) -> {
            CarrierSettings before = former.slots.get(name);
            changes.add(new BindChange(name, kind(before == null, slot.equals(before))));
        });
        former.slots.keySet().stream()
                .filter(name -> !has(name))
                .map(name -> new BindChange(name, BindChange.Kind.REMOVED))
                .forEach(changes::add);
        return changes;
    }

    private static BindChange.Kind kind(boolean isNew, boolean isSame) {
        if (isNew) {
            return BindChange.Kind.ADDED;
        }
        return isSame ? BindChange.Kind.UNTOUCHED : BindChange.Kind.CHANGED;
    }
}
