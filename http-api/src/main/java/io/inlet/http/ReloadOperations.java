package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;

/** The reload of the configuration over HTTP, for operators. Called on virtual threads. */
final class ReloadOperations {
    private final Configuration configuration;

    ReloadOperations(Configuration configuration) {
        this.configuration = configuration;
    }

    HttpResponse plan(Exchange exchange) {
        return Answers.ok(configuration.plan());
    }

    /** The report; 409 if it is refused and nothing has changed. */
    HttpResponse reload(Exchange exchange) {
        ReloadReport report = configuration.reload();
        HttpStatus status = report.problems().isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT;
        return Answers.json(status, report);
    }
}
