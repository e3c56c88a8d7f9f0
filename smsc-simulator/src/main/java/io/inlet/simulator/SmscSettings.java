package io.inlet.simulator;

import io.inlet.settings.Default;
import io.inlet.settings.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the scripted carrier behaves.
 *
 * @param host the address to listen on
 * @param port 0 to 65,535; 0 takes any that is free
 * @param account who may bind, or null for anybody
 * @param window deliver_sm without an answer on one session, 1 to 100,000
 * @param bindsAtMost sessions at once, 1 to 10,000; one more is refused with ESME_RALYBND
 * @param timers how long it waits
 * @param redelivery what it sends again, and when
 */
public record SmscSettings(
        @Default("127.0.0.1") String host,
        @Default("0") int port,
        @Nullable Account account,
        @Default("10") int window,
        @Default("1000") int bindsAtMost,
        Timers timers,
        Redelivery redelivery) {

    /** Any free port of the loopback interface, anybody may bind, a window of 10. */
    public static final SmscSettings DEFAULT =
            new SmscSettings("127.0.0.1", 0, null, 10, 1_000, Timers.DEFAULT, Redelivery.DEFAULT);

    public SmscSettings {
        check("port", port, 0, 65_535);
        check("window", window, 1, 100_000);
        check("bindsAtMost", bindsAtMost, 1, 10_000);
    }

    /**
     * What an ESME must bind with. Its text form leaves the password out.
     *
     * @param systemId its system_id
     * @param password its password
     */
    public record Account(String systemId, String password) {
        @Override
        public String toString() {
            return "account " + systemId;
        }
    }

    /**
     * The timers of SMPP 3.4, section 7.2, on the carrier's side.
     *
     * @param response how long an answer to deliver_sm or enquire_link may take; a message without
     *     one is sent again, a session without one is closed
     * @param enquireLink how often the carrier sends enquire_link, or null for never
     */
    public record Timers(@Default("30s") Duration response, @Nullable Duration enquireLink) {
        /** 30 seconds, and no enquire_link. */
        public static final Timers DEFAULT = new Timers(Duration.ofSeconds(30), null);

        public Timers {
            positive("response", response);
            if (enquireLink != null) {
                positive("enquireLink", enquireLink);
            }
        }
    }

    /** The same at another port. */
    public SmscSettings withPort(int other) {
        return new SmscSettings(host, other, account, window, bindsAtMost, timers, redelivery);
    }

    /** The same, letting only one account bind. */
    public SmscSettings withAccount(String systemId, String password) {
        Account only = new Account(systemId, password);
        return new SmscSettings(host, port, only, window, bindsAtMost, timers, redelivery);
    }

    /** The same with another window. */
    public SmscSettings withWindow(int other) {
        return new SmscSettings(host, port, account, other, bindsAtMost, timers, redelivery);
    }

    /** The same with so many sessions at most. */
    public SmscSettings withBindsAtMost(int other) {
        return new SmscSettings(host, port, account, window, other, timers, redelivery);
    }

    /** The same with other timers. */
    public SmscSettings withTimers(Timers other) {
        return new SmscSettings(host, port, account, window, bindsAtMost, other, redelivery);
    }

    /** The same with another redelivery. */
    public SmscSettings withRedelivery(Redelivery other) {
        return new SmscSettings(host, port, account, window, bindsAtMost, timers, other);
    }

    static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s: expected %,d to %,d, found %,d".formatted(name, least, most, value));
        }
    }

    static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    name + ": expected more than nothing, found " + Durations.write(value));
        }
    }
}
