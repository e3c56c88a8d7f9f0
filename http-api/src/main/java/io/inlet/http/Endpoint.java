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
 */
record Endpoint(HttpMethod method, String path, Set<String> parameters, Operation operation) {
    /** What an operation does. It may block, and throws {@link RefusedException} to say no. */
    interface Operation {
        HttpResponse serve(Exchange exchange);
    }

    static Endpoint get(String path, Operation operation, String... parameters) {
        return new Endpoint(HttpMethod.GET, path, new TreeSet<>(Set.of(parameters)), operation);
    }

    static Endpoint post(String path, Operation operation) {
        return new Endpoint(HttpMethod.POST, path, Set.of(), operation);
    }

    static Endpoint delete(String path, Operation operation) {
        return new Endpoint(HttpMethod.DELETE, path, Set.of(), operation);
    }

    static Endpoint put(String path, Operation operation) {
        return new Endpoint(HttpMethod.PUT, path, Set.of(), operation);
    }
}
