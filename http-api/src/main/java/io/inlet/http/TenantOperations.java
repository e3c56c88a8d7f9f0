package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import io.inlet.consent.Consent;
import io.inlet.consent.ConsentMethod;
import io.inlet.consent.ConsentStore;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Customers over HTTP, for operators. Called on virtual threads; blocks on the stores. */
final class TenantOperations {
    private static final int MOST_NAME = 200;
    private static final int MOST_VERSION = 100;

    /** RFC 3339 has no other, and the database would not take every year that Java reads. */
    private final TenantStore tenants;

    private final ConsentStore consents;
    private final SubjectHash subjects;

    TenantOperations(TenantStore tenants, ConsentStore consents, SubjectHash subjects) {
        this.tenants = tenants;
        this.consents = consents;
        this.subjects = subjects;
    }

    private record TenantBody(
            @Nullable String name, @Nullable String environment, @Nullable String country) {}

    private record PrincipalBody(@Nullable String name) {}

    private record ProfileBody(@Nullable String name, @Nullable String status) {}

    private record ConsentBody(
            @Nullable String subjectRef,
            @Nullable String purpose,
            @Nullable String textVersion,
            @Nullable String method,
            @Nullable String proofHash,
            @Nullable String grantedAt,
            @Nullable String expiresAt) {}

    HttpResponse createTenant(Exchange exchange) {
        TenantBody body = exchange.json(TenantBody.class);
        String name = Texts.required("name", body.name(), MOST_NAME);
        Environment environment = Names.parse("environment", body.environment(), Environment.class);
        String country =
                environment == Environment.SANDBOX && body.country() == null
                        ? null
                        : matching("country", body.country(), "[A-Z]{2}");
        Tenant made = tenants.createTenant(new LegalEntity(name, country), environment);
        return Answers.json(HttpStatus.CREATED, TenantJson.of(made));
    }

    HttpResponse listTenants(Exchange exchange) {
        List<TenantJson> all = tenants.tenants().stream().map(TenantJson::of).toList();
        return Answers.ok(Map.of("tenants", all));
    }

    HttpResponse createPrincipal(Exchange exchange) {
        TenantId tenant = exchange.pathId("tenant", TenantId::parse);
        String name = Texts.required("name", exchange.json(PrincipalBody.class).name(), MOST_NAME);
        ApiKey key = known(() -> tenants.createPrincipal(tenant, name));
        return Answers.json(
                HttpStatus.CREATED,
                Map.of("name", name, "keyId", key.id().toString(), "key", key.reveal()));
    }

    HttpResponse createProfile(Exchange exchange) {
        TenantId tenant = exchange.pathId("tenant", TenantId::parse);
        ProfileBody body = exchange.json(ProfileBody.class);
        String name = Texts.required("name", body.name(), MOST_NAME);
        ProfileStatus status = Names.parse("status", body.status(), ProfileStatus.class);
        return made(known(() -> tenants.createProfile(tenant, name, status)));
    }

    HttpResponse recordConsent(Exchange exchange) {
        TenantId tenant = exchange.pathId("tenant", TenantId::parse);
        Consent consent = consent(exchange.json(ConsentBody.class));
        return made(known(() -> consents.record(tenant, consent)));
    }

    private Consent consent(ConsentBody body) {
        Instant grantedAt = Timestamps.parse("grantedAt", body.grantedAt());
        Instant expiresAt =
                body.expiresAt() == null ? null : Timestamps.parse("expiresAt", body.expiresAt());
        if (expiresAt != null && !expiresAt.isAfter(grantedAt)) {
            throw Texts.refused("expiresAt", "an instant after grantedAt");
        }
        return new Consent(
                subjects.of(Texts.required("subjectRef", body.subjectRef(), MOST_NAME)),
                Names.parse("purpose", body.purpose(), Purpose.class),
                Texts.required("textVersion", body.textVersion(), MOST_VERSION),
                Names.parse("method", body.method(), ConsentMethod.class),
                Octets.hex(matching("proofHash", body.proofHash(), "[0-9a-f]{64}")),
                grantedAt,
                expiresAt);
    }

    private static String matching(String field, @Nullable String text, String form) {
        if (text == null || !text.matches(form)) {
            throw Texts.refused(field, "a text of the form " + form);
        }
        return text;
    }

    private static HttpResponse made(Object id) {
        return Answers.json(HttpStatus.CREATED, Map.of("id", id.toString()));
    }

    /** The stores say with an IllegalArgumentException that there is no such tenant. */
    private static <T> T known(Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException _) {
            throw new RefusedException(
                    Problem.of(ProblemType.NOT_FOUND, "there is no such tenant"));
        }
    }
}
