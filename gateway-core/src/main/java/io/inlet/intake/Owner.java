package io.inlet.intake;

import io.inlet.lease.LeaseId;
import io.inlet.number.NumberId;
import io.inlet.seal.ContentKey;
import io.inlet.sms.MessageStatus;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Whose an arrival is, judged at its own instant. */
public sealed interface Owner {
    /** The tenant in whose feed it is told. */
    TenantId tenant();

    /** The key that seals it. */
    ContentKey key();

    /**
     * A lease whose active period holds the arrival.
     *
     * @param tenant the lessee
     * @param environment the lessee's environment
     * @param lease the lease
     * @param number the number
     * @param routingTag the lease's tag, or null
     * @param bornAs the status that its messages get: {@code RECEIVED}, or {@code WITHHELD} while
     *     the lease is suspended
     * @param key the lease's key
     */
    record Lessee(
            TenantId tenant,
            Environment environment,
            LeaseId lease,
            NumberId number,
            @Nullable String routingTag,
            MessageStatus bornAs,
            ContentKey key)
            implements Owner {}

    /**
     * Nobody.
     *
     * @param reason why
     * @param number the number, or null if it is not in the pool
     * @param key the key of the day of arrival
     */
    record Nobody(QuarantineReason reason, @Nullable NumberId number, ContentKey key)
            implements Owner {
        @Override
        public TenantId tenant() {
            return Tenant.SYSTEM;
        }
    }

    /** Whether both are the same lease in the same state, or both nobody's for the same reason. */
    default boolean sameAs(Owner other) {
        return switch (this) {
            case Lessee mine ->
                    other instanceof Lessee its
                            && mine.lease.equals(its.lease)
                            && mine.bornAs == its.bornAs;
            case Nobody mine -> other instanceof Nobody its && mine.reason == its.reason;
        };
    }
}
