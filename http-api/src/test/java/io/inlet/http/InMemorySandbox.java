package io.inlet.http;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.sandbox.SandboxCarrier;
import io.inlet.sandbox.SandboxLeases;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sandbox.SendOutcome;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Caller;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A carrier that writes down what it is to send, and leases whose time is let pass. */
final class InMemorySandbox implements SandboxCarrier, SandboxLeases {
    static final int PER_MINUTE = 5;

    final List<SandboxMessage> sent = new CopyOnWriteArrayList<>();
    volatile boolean congested;
    private final InMemoryInlet stores;
    private final InstantSource clock;

    InMemorySandbox(InMemoryInlet stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public SendOutcome send(SandboxMessage message) {
        if (congested) {
            return new SendOutcome.Congested();
        }
        if (message.faults().needsParts()) {
            return new SendOutcome.Unfit("text", "one of two parts or more");
        }
        sent.add(message);
        return new SendOutcome.Sent("gsm7", 1, List.of(1));
    }

    @Override
    public @Nullable Lease latest(TenantId tenant, Msisdn number) {
        return stores.list(tenant, null, 1_000).stream()
                .filter(lease -> lease.msisdn().equals(number))
                .reduce((former, later) -> later)
                .orElse(null);
    }

    @Override
    public LeaseOutcome advance(Caller caller, LeaseId id, Duration by) {
        Lease lease = stores.find(caller.tenant(), id);
        if (lease == null) {
            return new LeaseOutcome.NotFound();
        }
        return clock.instant().isBefore(lease.period().cooldownEndsAt())
                ? stores.advance(lease, by)
                : new LeaseOutcome.WrongState(lease.stateAt(clock.instant()));
    }
}
