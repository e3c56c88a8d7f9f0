package io.inlet.tenant;

/** Whether a profile's owner has shown who is behind it. */
public enum ProfileStatus {
    VERIFIED,
    UNVERIFIED
}
