package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentOutcome;
import io.inlet.consent.ConsentRecord;
import io.inlet.consent.ConsentStore;
import io.inlet.id.EnumName;
import io.inlet.tenant.Caller;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A tenant's consents over HTTP. Called on virtual threads; blocks on the store. */
final class ConsentOperations {
    private final ConsentStore consents;
    private final InstantSource clock;

    ConsentOperations(ConsentStore consents, InstantSource clock) {
        this.consents = consents;
        this.clock = clock;
    }

    private record ConsentJson(
            String id,
            String purpose,
            String textVersion,
            String method,
            String grantedAt,
            @Nullable String expiresAt,
            @Nullable String withdrawnAt,
            boolean valid) {
        static ConsentJson of(ConsentRecord kept, Instant now) {
            return new ConsentJson(
                    kept.id().toString(),
                    EnumName.of(kept.consent().purpose()),
                    kept.consent().textVersion(),
                    EnumName.of(kept.consent().method()),
                    Timestamps.text(kept.consent().grantedAt()),
                    text(kept.consent().expiresAt()),
                    text(kept.withdrawnAt()),
                    kept.isValidAt(now));
        }

        private static @Nullable String text(@Nullable Instant instant) {
            return instant == null ? null : Timestamps.text(instant);
        }
    }

    HttpResponse read(Exchange exchange, Caller caller) {
        ConsentId id = exchange.pathId("consent", ConsentId::parse);
        ConsentRecord kept = consents.find(caller.tenant(), id);
        if (kept == null) {
            throw new RefusedException(Problem.notFound("consent"));
        }
        return answer(kept);
    }

    HttpResponse withdraw(Exchange exchange, Caller caller) {
        ConsentId id = exchange.pathId("consent", ConsentId::parse);
        exchange.expectNoBody();
        return switch (consents.withdraw(caller.tenant(), id)) {
            case ConsentOutcome.Withdrawn(var kept) -> answer(kept);
            case ConsentOutcome.NotFound _ ->
                    throw new RefusedException(Problem.notFound("consent"));
        };
    }

    private HttpResponse answer(ConsentRecord kept) {
        return Answers.ok(ConsentJson.of(kept, clock.instant()));
    }
}
