package io.inlet.http;

/**
 * Carries a problem out of the reading of a request, where one wrong part anywhere ends it all.
 * Never logged; has no stack trace, since it says nothing of the gateway.
 */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
