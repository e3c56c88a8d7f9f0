package io.inlet.http;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import java.util.Set;
import java.util.TreeSet;

/**
 * One operation of a listener.
 *
 * @param method its method
 * @param path its path, as Armeria writes patterns
 * @param parameters the query parameters that it knows
 * @param operation what it does, on a virtual thread
 * @param body whether it has the body as a whole or reads it as it comes
 */
record Endpoint(
        HttpMethod method, String path, Set<String> parameters, Operation operation, Body body) {
    /** How a body comes to the operation. */
    enum Body {
        WHOLE,
        STREAMED
    }

    /** 1 GiB: some ten million numbers, of which a gateway holds one line at a time. */
    private static final long LONGEST_STREAM = 1L << 30;

    /**
     * How long its body may be, in octets.
     *
     * @param whole how long one that is held as a whole may be
     */
    long longestBody(int whole) {
        return switch (body) {
            case WHOLE -> whole;
            case STREAMED -> LONGEST_STREAM;
        };
    }

    /** What an operation does. It may block, and throws {@link RefusedException} to say no. */
    interface Operation {
        HttpResponse serve(Exchange exchange);
    }

    static Endpoint get(String path, Operation operation, String... parameters) {
        return new Endpoint(
                HttpMethod.GET, path, new TreeSet<>(Set.of(parameters)), operation, Body.WHOLE);
    }

    static Endpoint post(String path, Operation operation) {
        return new Endpoint(HttpMethod.POST, path, Set.of(), operation, Body.WHOLE);
    }

    /** An operation that reads its body by {@link Exchange#stream}, as long as it may be. */
    static Endpoint streamed(String path, Operation operation) {
        return new Endpoint(HttpMethod.POST, path, Set.of(), operation, Body.STREAMED);
    }

    static Endpoint delete(String path, Operation operation) {
        return new Endpoint(HttpMethod.DELETE, path, Set.of(), operation, Body.WHOLE);
    }

    static Endpoint put(String path, Operation operation) {
        return new Endpoint(HttpMethod.PUT, path, Set.of(), operation, Body.WHOLE);
    }
}
