package io.inlet.app;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.DatabaseLogin;
import io.inlet.persistence.DatabaseSettings;
import io.inlet.persistence.PostgresSessions;
import io.inlet.persistence.SlotOutcome;
import io.inlet.persistence.SlotTakenException;
import io.inlet.persistence.Slots;
import io.inlet.smpp.BindSettings;
import io.inlet.smpp.CarrierSettings;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The binds that this gateway has: how the database names them, and their slots, which no other
 * gateway has meanwhile. Any thread may ask; one changes.
 */
final class BindRegistry implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BindRegistry.class);

    /** The database where the slots are, and this gateway's name there. */
    record Place(String node, DatabaseLogin login, DatabaseSettings settings) {}

    private final PostgresSessions sessions;
    private final Slots slots;
    private volatile Map<BindName, BindId> ids;
    private volatile Map<BindId, BindSettings> settings = Map.of();

    private BindRegistry(PostgresSessions sessions, Slots slots, Map<BindName, BindId> ids) {
        this.sessions = sessions;
        this.slots = slots;
        this.ids = ids;
    }

    /**
     * Takes the slots of all binds. A carrier is known from then on: numbers can be imported before
     * it was ever reached.
     *
     * @throws SlotTakenException if another gateway has one of them, or the node's name
     * @throws StoreUnavailableException if the database is away
     */
    static BindRegistry open(Place place, PostgresSessions sessions, List<CarrierSettings> all) {
        Map<BindName, BindId> ids = register(sessions, all);
        Slots slots =
                Slots.take(
                        place.login(),
                        place.settings(),
                        new Slots.Wanted(place.node(), names(ids)));
        BindRegistry registry = new BindRegistry(sessions, slots, ids);
        registry.settings = registry.settingsOf(all);
        return registry;
    }

    /** The identifier of a bind, or null if it is none of this gateway's. */
    @Nullable BindId id(BindName name) {
        return ids.get(name);
    }

    /** The name of a bind, or null if it is none of this gateway's. */
    @Nullable BindName name(BindId id) {
        return ids.entrySet().stream()
                .filter(bind -> bind.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The settings of all binds as they are now. */
    Map<BindId, BindSettings> settings() {
        return settings;
    }

    private Map<BindId, BindSettings> settingsOf(List<CarrierSettings> carriers) {
        Map<BindId, BindSettings> byId = new HashMap<>();
        for (CarrierSettings carrier : carriers) {
            for (BindSettings bind : carrier.binds()) {
                byId.put(
                        Objects.requireNonNull(ids.get(new BindName(carrier.name(), bind.name()))),
                        bind);
            }
        }
        return Map.copyOf(byId);
    }

    /** How it stands with the slots. */
    SlotOutcome state() {
        return slots.state();
    }

    /**
     * Takes the slots of binds that are new, all or none.
     *
     * @return all that is wanted is held, or who has some of it
     * @throws StoreUnavailableException if the database is away; nothing is taken
     */
    synchronized SlotOutcome admit(List<CarrierSettings> carriers) {
        Map<BindName, BindId> all = register(sessions, carriers);
        Map<BindName, BindId> more = new LinkedHashMap<>(all);
        more.keySet().removeAll(ids.keySet());
        SlotOutcome outcome = more.isEmpty() ? new SlotOutcome.Held() : slots.add(names(more));
        if (outcome instanceof SlotOutcome.Held) {
            Map<BindName, BindId> known = new LinkedHashMap<>(ids);
            known.putAll(more);
            ids = known;
            settings = settingsOf(carriers);
        }
        return outcome;
    }

    /**
     * Gives free the slot of a bind that is not configured any more and whose session has ended;
     * one that came back meanwhile keeps it. The database may do it later.
     */
    synchronized void release(BindName name) {
        BindId id = ids.get(name);
        if (id == null || settings.containsKey(id)) {
            return;
        }
        Map<BindName, BindId> rest = new LinkedHashMap<>(ids);
        rest.remove(name);
        ids = rest;
        try {
            slots.remove(Set.of(id));
        } catch (StoreUnavailableException e) {
            log.warn("the slot of {} is freed when the database is back: {}", name, e.getMessage());
        }
    }

    private static Map<BindName, BindId> register(
            PostgresSessions sessions, List<CarrierSettings> carriers) {
        Map<BindName, BindId> ids = new LinkedHashMap<>();
        for (BindName name : bindsOf(carriers)) {
            ids.put(name, sessions.register(name.carrier(), name.bind()));
        }
        return ids;
    }

    private static List<BindName> bindsOf(List<CarrierSettings> carriers) {
        return carriers.stream()
                .flatMap(carrier ->
                        carrier.binds().stream()
                                .map(BindSettings::name)
                                .map(bind -> new BindName(carrier.name(), bind)))
                .toList();
    }

    private static Map<BindId, String> names(Map<BindName, BindId> ids) {
        Map<BindId, String> names = new LinkedHashMap<>();
        ids.forEach((name, id) -> names.put(id, name.toString()));
        return names;
    }

    @Override
    public void close() {
        slots.close();
    }
}
