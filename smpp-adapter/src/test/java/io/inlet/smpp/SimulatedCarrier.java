package io.inlet.smpp;

import io.inlet.sms.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A carrier that sends an SMS again until it has an ESME_ROK before its response timer is over,
 * over whatever session there is, and that may not read for a while.
 */
final class SimulatedCarrier {
    /** Longer than an answer and the proof of it may take together. */
    static final Duration RESPONSE_TIMER =
            BindTimers.DEFAULT
                    .responseBudget()
                    .plus(BindTimers.DEFAULT.enquireLinkAnswer().multipliedBy(2))
                    .plus(World.SLOWEST_NETWORK.multipliedBy(2))
                    .plusSeconds(1);

    private static final Duration RECONNECT_MOST = Duration.ofSeconds(8);

    final CarrierSettings settings = Rig.carrier(Rig.bind("b1", 2775, _ -> {}));
    private final World world;
    private final List<SimulatedGateway> gateways;
    private final List<SimulatedLink> links = new ArrayList<>();
    private final Set<SimulatedCopy> unanswered = new LinkedHashSet<>();
    private final Set<Integer> waiting = new HashSet<>();
    private int sequence;
    private int sms;
    private int sessions;

    SimulatedCarrier(World world, List<SimulatedGateway> gateways, int binds) {
        this.world = world;
        this.gateways = gateways;
        for (int bind = 0; bind < binds; bind++) {
            connect(gateways.get(bind % gateways.size()));
        }
    }

    private void connect(SimulatedGateway gateway) {
        SessionId session = new SessionId(new UUID(1, ++sessions));
        SimulatedLink link = new SimulatedLink(world, this, gateway, session);
        gateway.add(link);
        links.add(link);
    }

    /** A person asks for something, perhaps for the same again. */
    void submit(int content) {
        send(content, ++sms);
    }

    /** Whether a content is still being delivered. */
    boolean isBusyWith(int content) {
        return waiting.contains(content)
                || unanswered.stream().anyMatch(copy -> copy.content == content);
    }

    private void send(int content, int which) {
        List<SimulatedLink> open = links.stream().filter(SimulatedLink::isOpen).toList();
        if (open.isEmpty()) {
            sendAgain(content, which);
            return;
        }
        SimulatedLink link = open.get(world.upTo(open.size()));
        var copy = new SimulatedCopy(content, which, ++sequence, link, world.now());
        unanswered.add(copy);
        link.send(copy);
        world.after(
                RESPONSE_TIMER,
                () -> {
                    if (unanswered.remove(copy)) {
                        sendAgain(content, which);
                    }
                });
    }

    private void sendAgain(int content, int which) {
        waiting.add(content);
        world.after(
                world.between(Duration.ofMillis(1), Duration.ofSeconds(20)),
                () -> {
                    waiting.remove(content);
                    send(content, which);
                });
    }

    /** It has read an answer. */
    void answered(SimulatedCopy copy, int status) {
        if (unanswered.remove(copy) && status != CommandStatus.ESME_ROK) {
            sendAgain(copy.content, copy.sms);
        }
    }

    /** It has noticed the end of a session. */
    void lost(SimulatedLink link) {
        links.remove(link);
        List<SimulatedCopy> mine = unanswered.stream().filter(c -> c.link == link).toList();
        for (SimulatedCopy copy : mine) {
            unanswered.remove(copy);
            sendAgain(copy.content, copy.sms);
        }
        world.after(
                world.between(Duration.ofSeconds(1), RECONNECT_MOST), () -> connect(link.gateway));
    }

    void disturb() {
        if (links.isEmpty()) {
            return;
        }
        SimulatedLink link = links.get(world.upTo(links.size()));
        switch (world.upTo(6)) {
            case 0 -> link.cut();
            case 1 -> gateways.get(world.upTo(gateways.size())).die();
            default -> link.deafen(world.between(Duration.ofMillis(100), Duration.ofSeconds(70)));
        }
    }
}
