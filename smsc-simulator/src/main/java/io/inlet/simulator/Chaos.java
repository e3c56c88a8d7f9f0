package io.inlet.simulator;

import io.inlet.id.EnumName;
import io.inlet.sms.Octets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does something nasty every few seconds, chosen by a seed: the same seed, the same choices. Sends
 * nothing of its own, so that the ledger holds whatever load runs meanwhile. For one thread.
 */
public final class Chaos {
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final int GARBAGE_MOST = 400;
    private static final int STORM = 500;

    private final ScriptedSmsc smsc;
    private final Random random;
    private final List<Mischief> choices;
    private final Consumer<String> log;

    /** What it does to one session, or to binds. */
    public enum Mischief {
        /** Breaks it with an RST. */
        RESET,
        /** Closes it without unbind. */
        CLOSE,
        /** Unbinds it. */
        UNBIND,
        /** Leaves it half-open for two seconds. */
        GO_SILENT,
        /** Leaves its answers unread for two seconds. */
        STOP_READING,
        /** Leaves its answers unread, and breaks it: what they said is never heard. */
        RESET_UNHEARD,
        /** Closes it in the middle of the next message. */
        BREAK_OFF,
        /** Leaves enquire_link without an answer for two seconds. */
        IGNORE_ENQUIRE_LINK,
        /** Sends five hundred enquire_link at once. */
        ENQUIRE_LINK_STORM,
        /** Writes in pieces of one octet, until the session ends. */
        SPLIT_WRITES,
        /** Writes octets that are no PDU. */
        GARBAGE,
        /** Writes a PDU that nobody knows. */
        UNKNOWN_PDU,
        /** Writes an answer that nobody asked for. */
        UNASKED_RESPONSE,
        /** Refuses binds with ESME_RALYBND for two seconds, and closes it. */
        REFUSE_BINDS,
        /** Leaves binds without an answer for two seconds, and closes it. */
        IGNORE_BINDS
    }

    /**
     * Chooses among some kinds.
     *
     * @param choices an empty set stands for all
     * @param log told of each deed, on the thread that runs it
     */
    public Chaos(ScriptedSmsc smsc, long seed, Set<Mischief> choices, Consumer<String> log) {
        this.smsc = smsc;
        this.random = new Random(seed);
        this.choices =
                List.copyOf(
                        choices.isEmpty()
                                ? EnumSet.allOf(Mischief.class)
                                : EnumSet.copyOf(choices));
        this.log = log;
    }

    /**
     * Goes on for a while.
     *
     * @return false if the carrier was closed before its end
     */
    public boolean run(Duration every, Duration howLong) throws InterruptedException {
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() - end < 0) {
            if (smsc.awaitClosed(every)) {
                return false;
            }
            once();
        }
        return true;
    }

    /** Does one thing now, unless nobody is bound. */
    public void once() {
        Mischief mischief = choices.get(random.nextInt(choices.size()));
        List<SmscSession> bound = smsc.sessions();
        int place = random.nextInt(1 << 20);
        if (bound.isEmpty()) {
            log.accept(EnumName.of(mischief) + ": nobody is bound");
            return;
        }
        SmscSession session = bound.get(place % bound.size());
        log.accept(EnumName.of(mischief) + ": " + session);
        act(mischief, session);
    }

    private void act(Mischief mischief, SmscSession session) {
        switch (mischief) {
            case RESET -> session.reset();
            case CLOSE -> session.close();
            case UNBIND -> unbind(session);
            case GO_SILENT -> session.goSilent(A_WHILE);
            case STOP_READING -> session.stopReading(A_WHILE);
            case RESET_UNHEARD -> resetUnheard(session);
            case BREAK_OFF -> session.breakOffAfter(random.nextInt(1, 60));
            case IGNORE_ENQUIRE_LINK -> session.ignoreEnquireLinks(A_WHILE);
            case ENQUIRE_LINK_STORM -> storm(session);
            case SPLIT_WRITES -> session.splitWrites(1, Duration.ZERO);
            case GARBAGE -> session.write(garbage());
            case UNKNOWN_PDU -> session.writePdu(0x0000_0999, 0, Octets.EMPTY);
            case UNASKED_RESPONSE -> session.writePdu(CommandId.ENQUIRE_LINK_RESP, 0, Octets.EMPTY);
            case REFUSE_BINDS -> {
                smsc.refuseBinds(CommandStatus.ESME_RALYBND.code(), A_WHILE);
                session.close();
            }
            case IGNORE_BINDS -> {
                smsc.ignoreBinds(A_WHILE);
                session.close();
            }
        }
    }

    private void resetUnheard(SmscSession session) {
        session.stopReading(A_WHILE);
        session.resetAfter(A_WHILE.dividedBy(2));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the session's timer watches over the answers
    private static void storm(SmscSession session) {
        for (int i = 0; i < STORM; i++) {
            session.enquireLink();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the session closes when it is answered or late
    private static void unbind(SmscSession session) {
        session.unbind();
    }

    private Octets garbage() {
        byte[] octets = new byte[random.nextInt(16, GARBAGE_MOST)];
        random.nextBytes(octets);
        octets[0] |= 1; // no command_length that could be waited for
        return Octets.wrap(octets);
    }
}
