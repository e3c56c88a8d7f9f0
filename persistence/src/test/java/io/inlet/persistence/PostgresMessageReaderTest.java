package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMessageReaderTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final Stores stores = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);

    @AfterEach
    void close() {
        stores.close();
    }

    private MessageId commit(String text, Duration after) {
        return Stores.id(stores.commit(Sms.to(leased.msisdn(), text, NOON.plus(after))));
    }

    @Test
    void messages_come_in_the_order_asked_for() {
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(commit("message " + i, Duration.ofMinutes(i)));
        }
        Collections.reverse(ids);
        ids.add(1, new MessageId(Ids.random()));
        List<Message> read = stores.reader.read(leased.tenant(), leased.lease(), ids);
        assertThat(read)
                .extracting(message -> message.content().text())
                .containsExactly("message 4", "message 3", "message 2", "message 1", "message 0");
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), List.of())).isEmpty();
    }

    @Test
    void nobody_else_reads_them() {
        List<MessageId> ids = List.of(commit("mine", Duration.ZERO));
        Leased other = stores.leased(Environment.LIVE);
        Leased sameTenant = stores.leased(leased.caller());
        assertThat(stores.reader.read(other.tenant(), leased.lease(), ids)).isEmpty();
        assertThat(stores.reader.read(other.tenant(), other.lease(), ids)).isEmpty();
        assertThat(stores.reader.read(leased.tenant(), sameTenant.lease(), ids)).isEmpty();
    }

    @Test
    void without_its_key_a_message_is_left_out_even_if_the_key_is_remembered() {
        List<MessageId> ids = List.of(commit("soon noise", Duration.ZERO));
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), ids)).hasSize(1);
        db.database()
                .dsl()
                .execute(
                        "DELETE FROM content_key WHERE lease_id = '" + leased.lease().uuid() + "'");
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), ids)).isEmpty();
    }

    @Test
    void what_was_read_is_noted_within_a_second() {
        MessageId read = commit("read", Duration.ZERO);
        MessageId unread = commit("unread", Duration.ZERO);
        stores.reader.delivered(List.of(read, read, new MessageId(Ids.random())));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(read).equals("delivered"));
        assertThat(status(unread)).isEqualTo("received");
    }

    @Test
    void only_what_was_received_becomes_delivered() {
        stores.suspend(leased, true);
        MessageId withheld = commit("withheld", Duration.ZERO);
        stores.reader.delivered(List.of(withheld));
        stores.reader.close();
        assertThat(status(withheld)).isEqualTo("withheld");
    }

    @Test
    void closing_notes_what_is_still_to_be_noted() {
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(commit("message " + i, Duration.ZERO));
        }
        stores.reader.delivered(ids);
        stores.reader.close();
        assertThat(ids).allMatch(id -> status(id).equals("delivered"));
    }

    private String status(MessageId id) {
        return stores.row(id).getStatus();
    }
}
