package io.inlet.http;

import io.inlet.feed.Cursor;
import io.inlet.id.EnumName;
import io.inlet.lease.Lease;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lease as the contract has it; the components are its field names. */
record LeaseJson(
        String id,
        String number,
        String state,
        String purpose,
        String justification,
        @Nullable String profileId,
        @Nullable String routingTag,
        String createdAt,
        String startsAt,
        String expiresAt,
        String graceEndsAt) {

    /** Answers a change. */
    record Change(LeaseJson lease, String cursor) {
        static Change of(Lease lease, Cursor cursor, Instant now) {
            return new Change(LeaseJson.of(lease, now), cursor.text());
        }
    }

    /** Answers a list. */
    record Page(List<LeaseJson> leases, @Nullable String next, String cursor) {}

    static LeaseJson of(Lease lease, Instant now) {
        return new LeaseJson(
                lease.id().toString(),
                lease.msisdn().e164(),
                EnumName.of(lease.stateAt(now)),
                EnumName.of(lease.terms().purpose()),
                lease.terms().justification(),
                lease.profile() == null ? null : lease.profile().toString(),
                lease.terms().routingTag(),
                Timestamps.text(lease.terms().createdAt()),
                Timestamps.text(lease.period().startsAt()),
                Timestamps.text(lease.period().expiresAt()),
                Timestamps.text(lease.period().graceEndsAt()));
    }
}
