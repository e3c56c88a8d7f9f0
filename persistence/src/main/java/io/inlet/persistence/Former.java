package io.inlet.persistence;

import io.inlet.intake.QuarantineReason;
import io.inlet.lease.LeaseId;
import io.inlet.seal.BrokenSealException;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.ContentKey;
import io.inlet.seal.Seal;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Msisdn;
import io.inlet.sms.Octets;
import io.inlet.tenant.TenantId;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest version of a message. Its row is locked until the transaction ends if that may change
 * it.
 *
 * @param lease whose it is, or null if it is nobody's
 * @param quarantined why it is nobody's, or null
 * @param total how many parts it should have
 * @param key opens the key that seals all its versions
 * @param number the number it was sent to, or null if that is not in the pool
 */
record Former(
        MessageId id,
        int version,
        TenantId tenant,
        @Nullable LeaseId lease,
        @Nullable String routingTag,
        BindId bind,
        Message.Times times,
        MessageStatus status,
        @Nullable QuarantineReason quarantined,
        int total,
        int deliveries,
        boolean simulated,
        Supplier<ContentKey> key,
        Octets sealed,
        @Nullable Msisdn number) {

    /** Why it is nobody's. */
    QuarantineReason reason() {
        return Objects.requireNonNull(quarantined);
    }

    /**
     * What it says.
     *
     * @throws KeysRefusedException if its key does not open
     * @throws BrokenSealException if it does not open by its key
     * @throws IllegalArgumentException if it is of no known form
     */
    Content content() {
        return ContentCodec.decodeContent(Seal.open(key.get(), id.uuid(), version, sealed));
    }

    /** What it says, or null if it does not open. */
    @Nullable Content contentOrNull() {
        try {
            return content();
        } catch (KeysRefusedException | BrokenSealException | IllegalArgumentException _) {
            return null;
        }
    }
}
