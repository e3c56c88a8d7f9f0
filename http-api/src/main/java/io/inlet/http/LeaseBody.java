package io.inlet.http;

import io.inlet.consent.ConsentId;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.Purpose;
import io.inlet.tenant.ProfileId;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a consumer sends to lease a number; the components are the contract's field names. */
record LeaseBody(
        @Nullable String number,
        @Nullable String country,
        @Nullable String region,
        @Nullable String areaCode,
        @Nullable String lineType,
        @Nullable String carrier,
        @Nullable String pattern,
        @Nullable List<String> tags,
        @Nullable String residency,
        @Nullable String ttl,
        @Nullable String purpose,
        @Nullable String justification,
        @Nullable String profileId,
        @Nullable String consentId,
        @Nullable String routingTag) {
    private static final int MOST_JUSTIFICATION = 1_000;
    private static final int MOST_ROUTING_TAG = 100;

    /** What a consumer sends to lengthen a lease. */
    record Extension(@Nullable String by) {
        Duration length() {
            Duration length = duration("by", by);
            if (!length.isPositive()) {
                throw Texts.refused("by", "more than nothing");
            }
            return length;
        }
    }

    /**
     * The request in our terms.
     *
     * @throws RefusedException naming the field that is malformed
     */
    LeaseRequest toRequest() {
        String why = Texts.optional("justification", justification, MOST_JUSTIFICATION);
        return new LeaseRequest(
                wanted(),
                duration("ttl", ttl),
                Names.parse("purpose", purpose, Purpose.class),
                why == null ? "" : why,
                id("profileId", profileId, ProfileId::parse),
                id("consentId", consentId, ConsentId::parse),
                Texts.optional("routingTag", routingTag, MOST_ROUTING_TAG));
    }

    private LeaseRequest.Wanted wanted() {
        return new WantedBody(
                        number, country, region, areaCode, lineType, carrier, pattern, tags,
                        residency)
                .toWanted();
    }

    private static Duration duration(String field, @Nullable String text) {
        Duration duration = text == null ? null : DurationText.parse(text);
        if (duration == null) {
            throw Texts.refused(field, "a duration such as 45s, 30m, 12h or 7d");
        }
        return duration;
    }

    private static <T> @Nullable T id(
            String field, @Nullable String text, Function<String, T> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException _) {
            throw Texts.refused(field, "an identifier of that kind");
        }
    }
}
