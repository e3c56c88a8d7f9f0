package io.inlet.tenant;

import org.jspecify.annotations.Nullable;

/** Who may call. The HTTP layer asks on a virtual thread; calls block on the database. */
public interface AccessStore {
    /**
     * Who presents a key, or null if the key is unknown, wrong, expired or revoked. Takes the same
     * time for a wrong secret as for a right one.
     *
     * @throws io.inlet.intake.StoreUnavailableException if the database does not answer
     */
    @Nullable Caller authenticate(ApiKey key);
}
