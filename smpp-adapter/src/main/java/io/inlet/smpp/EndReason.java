package io.inlet.smpp;

import io.inlet.id.EnumName;

/**
 * Why a session ended, or an attempt at one. Each end is logged once, with who ended it and in
 * which phase.
 */
public enum EndReason {
    /** The password file cannot be read, or holds no password of at most 8 octets. */
    PASSWORD_UNREADABLE(By.GATEWAY),
    /** The host name has no address, or none that can be called from the local address. */
    HOST_UNKNOWN(By.NETWORK),
    /** The host did not answer in time. */
    CONNECT_TIMEOUT(By.NETWORK),
    /** Nobody listens there, or nobody is there. */
    CONNECT_REFUSED(By.NETWORK),
    /** The address to call from is none of this machine's. */
    LOCAL_ADDRESS_UNAVAILABLE(By.GATEWAY),
    /** The address and port of outbind are taken, or none of this machine's. */
    LISTEN_FAILED(By.GATEWAY),
    /** Somebody called who is not the carrier, or there is a session already; no session ended. */
    OUTBIND_REFUSED(By.GATEWAY),
    /** Somebody called and did not say outbind in time; no session ended. */
    OUTBIND_TIMEOUT(By.GATEWAY),
    /** A file of the bind's TLS cannot be read, or holds something else. */
    CERTIFICATES_UNREADABLE(By.GATEWAY),
    /** The carrier's certificate has expired, or nobody whom the bind trusts has signed it. */
    CERTIFICATE_NOT_TRUSTED(By.GATEWAY),
    /** The carrier's certificate is trusted, and for another name. */
    CERTIFICATE_WRONG_NAME(By.GATEWAY),
    /**
     * The carrier refused our side of TLS: the version, or our certificate, or that there is none.
     */
    TLS_REFUSED(By.CARRIER),
    /** The TLS handshake failed in another way. */
    TLS_HANDSHAKE_FAILED(By.NETWORK),
    /** The TLS handshake was not done within the connect timer. */
    TLS_HANDSHAKE_TIMEOUT(By.GATEWAY),
    /** The bind has TLS, and the carrier answers without. */
    TLS_NOT_SPOKEN(By.GATEWAY),
    /** The bind has no TLS, and the carrier answers in it. */
    TLS_DEMANDED(By.GATEWAY),
    /** The carrier did not answer the bind in time. */
    BIND_TIMEOUT(By.GATEWAY),
    /** ESME_RALYBND: the carrier still holds an older session. */
    ALREADY_BOUND(By.CARRIER),
    /** Name or password are wrong, or the carrier allows no bind. */
    BIND_REFUSED(By.CARRIER),
    /** Nothing came after an enquire_link. */
    ENQUIRE_LINK_TIMEOUT(By.GATEWAY),
    /** No message came for as long as the bind's inactivity timer. */
    INACTIVE(By.GATEWAY),
    /** A PDU was begun and not finished in time. */
    PDU_READ_TIMEOUT(By.GATEWAY),
    /** The carrier does not read what we write. */
    WRITE_TIMEOUT(By.GATEWAY),
    /** A command_length that cannot be: where the next PDU begins is lost. */
    BAD_COMMAND_LENGTH(By.GATEWAY),
    /** The carrier unbound. */
    CARRIER_UNBOUND(By.CARRIER),
    /** The carrier closed the connection. */
    CARRIER_CLOSED(By.CARRIER),
    /** The connection was reset. */
    CONNECTION_RESET(By.NETWORK),
    /**
     * The machine's clock was set back, and arrivals of one session must not go back in time: the
     * next session starts at the right time.
     */
    CLOCK_SET_BACK(By.GATEWAY),
    /** The other session of the pair has ended, and one of them alone is of no use. */
    PARTNER_ENDED(By.GATEWAY),
    /** The gateway stops; the carrier answered our unbind, or had no time left to. */
    GATEWAY_STOPPED(By.GATEWAY),
    /**
     * An operator disabled the bind: its session ends without waiting for answers still to come.
     */
    DISABLED(By.GATEWAY),
    /** An operator drained the bind: its session ends after its last answers. */
    DRAINED(By.GATEWAY),
    /** An operator wants another session in the place of this one. */
    RECONNECTED(By.GATEWAY),
    /** The bind or its carrier has other settings now, and this session has the old ones. */
    SETTINGS_CHANGED(By.GATEWAY),
    /** The bind is no longer configured. */
    BIND_REMOVED(By.GATEWAY),
    /** A bug of ours; the log has its trace. */
    INTERNAL_ERROR(By.GATEWAY);

    /** Who ended a session. */
    public enum By {
        GATEWAY,
        CARRIER,
        NETWORK
    }

    private final By by;

    EndReason(By by) {
        this.by = by;
    }

    /** Who ended it. */
    public By by() {
        return by;
    }

    /** As logged, stored and counted: lower_snake_case. */
    public String label() {
        return EnumName.of(this);
    }

    /**
     * Whether trying again soon would do harm: an account may be locked, an old session kept alive.
     */
    boolean asksForPatience() {
        return this == ALREADY_BOUND || this == BIND_REFUSED;
    }

    /** Whether the session ends without waiting for what the intake has yet to decide. */
    boolean isHurried() {
        return this == DISABLED;
    }

    /** Whether we meant it. */
    boolean isOrdered() {
        return switch (this) {
            case GATEWAY_STOPPED, DISABLED, DRAINED, RECONNECTED, SETTINGS_CHANGED, BIND_REMOVED ->
                    true;
            default -> false;
        };
    }
}
