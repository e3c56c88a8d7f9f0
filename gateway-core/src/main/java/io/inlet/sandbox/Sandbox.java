package io.inlet.sandbox;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the sandbox. The HTTP layer calls it on a virtual thread; it blocks on the store.
 */
public final class Sandbox {
    private final SandboxLeases leases;
    private final SandboxCarrier carrier;
    private final int perMinute;
    private final SendRate rate;

    public Sandbox(
            SandboxLeases leases,
            SandboxCarrier carrier,
            SandboxSettings settings,
            InstantSource clock) {
        this.leases = leases;
        this.carrier = carrier;
        this.perMinute = settings.messagesPerMinute();
        this.rate = new SendRate(perMinute, clock);
    }

    /** Whether there is a sandbox for this caller; for a live tenant there is none. */
    public static boolean isFor(Caller caller) {
        return caller.environment() == Environment.SANDBOX;
    }

    /** The latest lease that this tenant has or had of a number, or null. */
    public @Nullable Lease latest(TenantId tenant, Msisdn number) {
        return leases.latest(tenant, number);
    }

    /**
     * Has the simulated carrier send a message. The caller has made sure that the number is leased
     * by the tenant.
     *
     * @throws IllegalArgumentException for a live tenant
     */
    public SendOutcome send(Caller caller, SandboxMessage message) {
        expectSandbox(caller);
        return rate.take(caller.tenant())
                ? carrier.send(message)
                : new SendOutcome.TooMany(perMinute);
    }

    /**
     * Lets time pass for a lease; see {@link SandboxLeases#advance}.
     *
     * @throws IllegalArgumentException for a live tenant
     */
    public LeaseOutcome advance(Caller caller, LeaseId lease, Duration by) {
        expectSandbox(caller);
        return leases.advance(caller, lease, by);
    }

    private static void expectSandbox(Caller caller) {
        if (!isFor(caller)) {
            throw new IllegalArgumentException("a live tenant has no sandbox");
        }
    }
}
