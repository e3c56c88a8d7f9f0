package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.AddressRules;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.TextRules;
import io.inlet.sms.UnreadableFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredPdusTest {
    private static final Instant AT = Instant.parse("2026-03-05T12:00:00.123456Z");
    private static final BindId BIND = new BindId(new UUID(7, 7));
    private static final Origin ORIGIN =
            new Origin("acme", BIND, new SessionId(new UUID(0, 0)), true);

    private final Map<BindId, BindSettings> settings = new HashMap<>();
    private final StoredPdus reader = new StoredPdus(() -> settings);

    private static BindSettings bind(Alphabet dataCoding0) {
        return new BindSettings(
                "b1",
                BindType.RECEIVER,
                List.of("localhost:2775"),
                "inlet",
                Path.of("password"),
                "",
                "",
                0,
                0,
                new TextRules(dataCoding0, Alphabet.ASCII),
                AddressRules.DEFAULT,
                BindTimers.DEFAULT);
    }

    private Arrival read(byte[] pdu) {
        return reader.read(ORIGIN, AT, Octets.wrap(pdu));
    }

    @Test
    void message_is_read_by_what_the_settings_of_its_bind_are_now() {
        byte[] pdu = Pdus.deliverSm(1, "hello");
        settings.put(BIND, bind(Alphabet.GSM7));
        assertThat(alphabet(read(pdu))).isEqualTo(Alphabet.GSM7);
        settings.put(BIND, bind(Alphabet.UTF8));
        assertThat(alphabet(read(pdu))).isEqualTo(Alphabet.UTF8);
    }

    private static Alphabet alphabet(Arrival arrival) {
        return ((Segment) arrival).userData().alphabet();
    }

    @Test
    void message_keeps_where_and_when_it_came() {
        settings.put(BIND, bind(Alphabet.GSM7));
        Arrival arrival = read(Pdus.deliverSm(1, "hello"));
        assertThat(arrival.origin()).isEqualTo(ORIGIN);
        assertThat(arrival.receivedAt()).isEqualTo(AT);
    }

    @Test
    void what_is_no_message_says_why() {
        assertThat(problem(Pdus.deliverSm(1, "hello"))).contains("not configured");
        settings.put(BIND, bind(Alphabet.GSM7));
        assertThat(problem(new byte[4])).contains("header");
        assertThat(problem(Pdus.raw(CommandId.DELIVER_SM, 0, 1, new byte[2])))
                .contains("mandatory");
        assertThat(problem(Pdus.deliverSm(1, sm -> sm.setEsmClass((byte) 4)))).contains("receipt");
    }

    private String problem(byte[] pdu) {
        return ((UnreadableFrame) read(pdu)).problem();
    }
}
