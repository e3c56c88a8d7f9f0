package io.inlet.lease;

/** Why a lease is suspended. Each is put and lifted by its own cause alone. */
public enum Hold {
    /** The consent that it stands on was withdrawn or has expired. */
    CONSENT,
    /** Its tenant, or the one above, is suspended or terminated. */
    TENANT,
    ABUSE,
    OPERATOR
}
