package io.inlet.tenant;

/** Whether a tenant or number takes part in real traffic. */
public enum Environment {
    LIVE,
    /** Test data only; the one environment that simulated messages may reach. */
    SANDBOX
}
