package io.inlet.simulator;

import io.inlet.settings.Default;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
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
 * @param dialect what it speaks
 * @param tls its certificate, or null for plain TCP
 */
public record SmscSettings(
        @Default("127.0.0.1") String host,
        @Default("0") int port,
        @Nullable Account account,
        @Default("10") int window,
        @Default("1000") int bindsAtMost,
        Timers timers,
        Redelivery redelivery,
        Dialect dialect,
        @Nullable TlsServer tls) {

    /** Any free port of the loopback interface, anybody may bind, a window of 10, no TLS. */
    public static final SmscSettings DEFAULT =
            new SmscSettings(
                    "127.0.0.1",
                    0,
                    null,
                    10,
                    1_000,
                    Timers.DEFAULT,
                    Redelivery.DEFAULT,
                    Dialect.DEFAULT,
                    null);

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

    /**
     * What a carrier speaks.
     *
     * @param interfaceVersion sc_interface_version of its bind_resp, 0x34 or 0x50 for instance, or
     *     null to leave the TLV out, as carriers of SMPP 3.3 do
     * @param bindTypes how an ESME may bind; any other way is refused with ESME_RBINDFAIL
     */
    public record Dialect(@Nullable Integer interfaceVersion, Set<BindType> bindTypes) {
        /** SMPP 3.4, and every way to bind. */
        public static final Dialect DEFAULT = new Dialect(0x34, EnumSet.allOf(BindType.class));

        public Dialect {
            bindTypes = Set.copyOf(bindTypes);
        }
    }

    /** The same at another port. */
    public SmscSettings withPort(int other) {
        return new SmscSettings(
                host, other, account, window, bindsAtMost, timers, redelivery, dialect, tls);
    }

    /** The same, letting only one account bind. */
    public SmscSettings withAccount(String systemId, String password) {
        Account only = new Account(systemId, password);
        return new SmscSettings(
                host, port, only, window, bindsAtMost, timers, redelivery, dialect, tls);
    }

    /** The same with another window. */
    public SmscSettings withWindow(int other) {
        return new SmscSettings(
                host, port, account, other, bindsAtMost, timers, redelivery, dialect, tls);
    }

    /** The same with so many sessions at most. */
    public SmscSettings withBindsAtMost(int other) {
        return new SmscSettings(
                host, port, account, window, other, timers, redelivery, dialect, tls);
    }

    /** The same with other timers. */
    public SmscSettings withTimers(Timers other) {
        return new SmscSettings(
                host, port, account, window, bindsAtMost, other, redelivery, dialect, tls);
    }

    /** The same with another redelivery. */
    public SmscSettings withRedelivery(Redelivery other) {
        return new SmscSettings(
                host, port, account, window, bindsAtMost, timers, other, dialect, tls);
    }

    /** The same with another dialect. */
    public SmscSettings withDialect(Dialect other) {
        return new SmscSettings(
                host, port, account, window, bindsAtMost, timers, redelivery, other, tls);
    }

    /** The same behind TLS. */
    public SmscSettings withTls(TlsServer server) {
        return new SmscSettings(
                host, port, account, window, bindsAtMost, timers, redelivery, dialect, server);
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
