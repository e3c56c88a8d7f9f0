package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.log.LoggedLines;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JobLogTest {
    private final JobLog job =
            new JobLog(LoggerFactory.getLogger(JobLogTest.class), "it fails", "it works again");

    @Test
    void outage_is_one_line_at_its_begin_and_one_at_its_end() {
        try (LoggedLines log = LoggedLines.of(JobLogTest.class)) {
            job.worked();
            job.failed(new StoreUnavailableException("away"));
            job.failed(new StoreUnavailableException("away"));
            job.worked();
            job.worked();
            assertThat(log.lines()).containsExactly("WARN it fails: away", "INFO it works again");
        }
    }

    @Test
    void what_nobody_expected_comes_with_its_trace() {
        try (LoggedLines log = LoggedLines.of(JobLogTest.class)) {
            job.failed(new StoreUnavailableException("away"));
            job.failed(new IllegalStateException("a bug"));
            assertThat(log.lines()).containsExactly("WARN it fails: away", "WARN it fails (trace)");
        }
    }
}
