package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.inlet.lease.LeaseId;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Environment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("it hears all that this JVM logs")
class KeysInLogsTest {
    private static final String CODE = "73519264";
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Test
    void neither_key_nor_code_nor_text_is_logged_even_at_debug_and_in_failures() {
        try (RunningInlet inlet = new RunningInlet();
                Capture capture = new Capture()) {
            ApiKey key = inlet.key(inlet.tenant(Environment.SANDBOX));
            ContractClient client = inlet.client(key.reveal());
            Answer made = RunningInlet.lease(client);
            LeaseId lease = LeaseId.parse(made.text("/lease/id"));
            String path = "/v1/leases/" + lease;
            inlet.stores.arrive(lease, SampleMessages.code(CODE));
            assertThat(client.get(path + "/messages").body()).contains(CODE);
            assertThat(client.get(path + "/code?after=" + made.text("/cursor")).body())
                    .contains(CODE);
            client.post("/v1/leases", "{\"ttl\":\"" + CODE + "\",\"purpose\":\"qa_testing\"}");
            inlet.stores.setAway(true);
            client.get(path + "/messages");
            assertThat(capture.isStarted()).isTrue();
            assertThat(lines).isNotEmpty();
            assertThat(lines).noneMatch(line -> line.contains(key.secret()));
            assertThat(lines).noneMatch(line -> line.contains(CODE));
            assertThat(lines)
                    .noneMatch(line -> line.contains(made.text("/lease/number").substring(1)));
        }
    }

    /** Takes every line of the gateway's side of this JVM, whatever logger it comes from. */
    private final class Capture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Level before = root.getLevel();

        Capture() {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
            root.setLevel(Level.DEBUG);
            // The validator of the tests says what it validates.
            root.getLoggerContext().getLogger("com.atlassian").setLevel(Level.WARN);
            root.getLoggerContext().getLogger("com.networknt").setLevel(Level.WARN);
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(
                    event.getFormattedMessage()
                            + (event.getThrowableProxy() == null
                                    ? ""
                                    : event.getThrowableProxy().getMessage()));
        }

        @Override
        public void close() {
            root.setLevel(before);
            root.detachAppender(this);
            stop();
        }
    }
}
