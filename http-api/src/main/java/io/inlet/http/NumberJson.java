package io.inlet.http;

import io.inlet.id.EnumName;
import io.inlet.number.Coverage;
import io.inlet.number.KnownNumber;
import io.inlet.number.NumberChange;
import io.inlet.number.PoolNumber;
import io.inlet.number.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number as operators see it; the components are the contract's field names. */
record NumberJson(
        String id,
        String number,
        String country,
        @Nullable String region,
        @Nullable String areaCode,
        String lineType,
        String environment,
        @Nullable String residency,
        List<String> tags,
        ProvenanceJson provenance,
        String state,
        String standing,
        @Nullable String standingReason,
        @Nullable String leaseId,
        @Nullable String leasedUntil,
        @Nullable String freeFrom) {

    record ProvenanceJson(
            String carrier,
            String sourceType,
            String contractRef,
            String licenceRef,
            String acquiredOn,
            String usagePolicy) {
        static ProvenanceJson of(PoolNumber.Provenance from) {
            return new ProvenanceJson(
                    from.carrier(),
                    EnumName.of(from.sourceType()),
                    from.contractRef(),
                    from.licenceRef(),
                    from.acquiredOn().toString(),
                    from.usagePolicy());
        }
    }

    /** What an operator says of a number. */
    record Body(@Nullable String standing, @Nullable String reason) {
        PoolNumber.Service service() {
            Standing wanted = Names.parse("standing", standing, Standing.class);
            if (wanted == Standing.IN_SERVICE) {
                if (reason != null) {
                    throw Texts.refused("reason", "none for a number that goes into service");
                }
                return PoolNumber.Service.IN_SERVICE;
            }
            return new PoolNumber.Service(
                    wanted, Texts.required("reason", reason, PoolNumber.Service.MOST_REASON));
        }
    }

    /** A step of a number's history. */
    record ChangeJson(
            String type,
            String timestamp,
            @Nullable String leaseId,
            @Nullable String until,
            @Nullable String freeFrom,
            @Nullable String reason) {
        static ChangeJson of(NumberChange change) {
            return new ChangeJson(
                    EnumName.of(change.kind()),
                    Timestamps.text(change.at()),
                    change.lease() == null ? null : change.lease().toString(),
                    orNull(change.until()),
                    orNull(change.freeFrom()),
                    change.reason());
        }
    }

    /** A page of a number's history, and where the next begins; null if there is none. */
    record HistoryJson(List<ChangeJson> changes, @Nullable Integer next) {}

    /** What the pool has. */
    record CoverageJson(List<SegmentJson> coverage) {}

    /** Numbers of one kind. */
    record SegmentJson(
            String environment,
            String country,
            String lineType,
            String carrier,
            int available,
            int leased,
            int cooldown,
            int outOfService) {
        static SegmentJson of(Coverage segment) {
            return new SegmentJson(
                    EnumName.of(segment.environment()),
                    segment.country(),
                    EnumName.of(segment.lineType()),
                    segment.carrier(),
                    segment.counts().available(),
                    segment.counts().leased(),
                    segment.counts().cooldown(),
                    segment.counts().outOfService());
        }
    }

    static NumberJson of(KnownNumber known, Instant now) {
        PoolNumber number = known.number();
        return new NumberJson(
                known.id().toString(),
                number.msisdn().e164(),
                number.country(),
                number.traits().region(),
                number.traits().areaCode(),
                EnumName.of(number.lineType()),
                EnumName.of(number.environment()),
                number.traits().residency(),
                number.traits().tags(),
                ProvenanceJson.of(number.provenance()),
                EnumName.of(known.position().stateAt(now)),
                EnumName.of(known.position().standing()),
                known.position().reason(),
                known.lease() == null ? null : known.lease().toString(),
                known.lease() == null ? null : orNull(known.position().leasedUntil()),
                known.lease() == null ? null : orNull(known.position().freeFrom()));
    }

    private static @Nullable String orNull(@Nullable Instant at) {
        return at == null ? null : Timestamps.text(at);
    }
}
