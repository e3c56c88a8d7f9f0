package io.inlet.feed;

/** What an event tells. A message's birth is exactly one event. */
public enum EventType {
    MESSAGE_RECEIVED("message.received"),
    /** A message's birth, when it has a code. */
    CODE_RECEIVED("code.received"),
    /** A later version of a message. */
    MESSAGE_REVISED("message.revised"),
    /** Something arrived that is nobody's; with where and why, in the system feed only. */
    MESSAGE_QUARANTINED("message.quarantined"),
    LEASE_CREATED("lease.created"),
    LEASE_EXTENDED("lease.extended"),
    LEASE_RELEASED("lease.released"),
    /** Time was let pass for a sandbox tenant's lease. */
    LEASE_ADVANCED("lease.advanced"),
    /** It shows nothing from now on; with the hold that was put. */
    LEASE_SUSPENDED("lease.suspended"),
    /** A hold is lifted, and there is none any more; with that hold. */
    LEASE_RESUMED("lease.resumed"),
    /** A person wants to receive no more; with the consent. */
    CONSENT_WITHDRAWN("consent.withdrawn"),
    CONSENT_EXPIRED("consent.expired"),
    /** An opt-out keyword came from another than the consent's subject; with the consent. */
    CONSENT_OPT_OUT_IGNORED("consent.opt_out_ignored"),
    /**
     * What an operator changed of a tenant, and who; in the system feed only, as all that follow.
     */
    TENANT_CHANGED("tenant.changed"),
    /** A session of a bind is bound. */
    BIND_BOUND("bind.bound"),
    /** A session of a bind has ended, or none came about; with the reason. */
    BIND_ENDED("bind.ended"),
    /** Operators said something of a number; with its id and why. */
    NUMBER_QUARANTINED("number.quarantined"),
    NUMBER_SUSPENDED("number.suspended"),
    NUMBER_RETIRED("number.retired"),
    NUMBER_REINSTATED("number.reinstated"),
    /** Something needs an operator; with the alarm's name. */
    ALARM_RAISED("alarm.raised"),
    /** It needs nobody any more. */
    ALARM_CLEARED("alarm.cleared");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }
}
