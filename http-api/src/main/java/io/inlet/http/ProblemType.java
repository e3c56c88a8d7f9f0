package io.inlet.http;

import com.linecorp.armeria.common.HttpStatus;
import java.util.Locale;

/** Every kind of error that a listener answers with; {@code docs/errors.md} explains each. */
enum ProblemType {
    BAD_REQUEST(400, "The request is malformed"),
    BAD_CURSOR(400, "The cursor is not one of this tenant"),
    UNAUTHORIZED(401, "A valid key is needed"),
    PROFILE_NOT_VERIFIED(403, "The profile is not verified"),
    NOT_OWNER(403, "Only the owner may do this"),
    PURPOSE_NOT_ALLOWED(403, "The tenant may not lease numbers for this"),
    TENANT_HELD(403, "The tenant's state does not allow this"),
    TENANT_NOT_VERIFIED(403, "The tenant is not verified"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method"),
    NO_NUMBER_AVAILABLE(409, "No number fits and is free"),
    WRONG_STATE(409, "The lease's state does not allow this"),
    NUMBER_STATE(409, "The number stands so already"),
    BIND_STATE(409, "The bind's state does not allow this"),
    TENANT_STATE(409, "The tenant's state does not allow this order"),
    TOO_MANY_SUB_ACCOUNTS(409, "The tenant has as many sub-accounts as it may"),
    LEASE_PURGED(410, "The lease's messages are purged"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The path and query are too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    CONSENT_MISSING(422, "There is no valid consent"),
    OPT_IN_MISSING(422, "Marketing needs an opt-in consent"),
    DURATION_NOT_ALLOWED(422, "The lease would be too short or too long"),
    JUSTIFICATION_MISSING(422, "A live lease needs a justification"),
    CODE_RULE_REFUSED(422, "The rule for codes cannot be"),
    NUMBERS_REFUSED(422, "The numbers cannot be imported"),
    TOO_MANY_MESSAGES(429, "Too many messages in a short time"),
    TOO_MANY_WAITS(429, "Too many waits at once"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "The gateway failed"),
    STORE_UNAVAILABLE(503, "The gateway cannot reach its database"),
    TIMED_OUT(503, "The request took too long"),
    STOPPING(503, "The gateway is stopping");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return HttpStatus.valueOf(status);
    }

    String title() {
        return title;
    }

    String uri() {
        return "/problems/" + slug();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
