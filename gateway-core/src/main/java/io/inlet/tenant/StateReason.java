package io.inlet.tenant;

/** Why a tenant is not active: a closed list. */
public enum StateReason {
    SUSPECTED_ABUSE,
    NONPAYMENT,
    REGULATORY_CONCERN,
    MATERIAL_BREACH,
    /** Its country is on the list of those that must not be served. */
    SANCTIONS,
    /** It asked for it. */
    REQUESTED
}
