package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "Acme, localhost:2775, inlet, name: expected 1 to 63 of a-z",
        "a b, localhost:2775, inlet, name: expected 1 to 63 of a-z",
        "b1, ' ', inlet, 'hosts[0]: expected host:port, found \" \"'",
        "b1, localhost, inlet, 'hosts[0]: expected host:port, found \"localhost\"'",
        "b1, localhost:0, inlet, 'hosts[0]: expected 1 to 65535, found 0'",
        "b1, localhost:65536, inlet, 'hosts[0]: expected 1 to 65535, found 65536'",
        "b1, localhost:2775, '', 'systemId: expected 1 to 15 octets, found nothing'",
        "b1, localhost:2775, sixteen-octets-xx, 'systemId: expected at most 15 octets, found 17'",
        "b1, localhost:2775, inlét, systemId: expected ASCII",
    })
    void wrong_bind_is_refused_with_what_was_expected(
            String name, String host, String systemId, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BindForm.of(form -> {
                            form.name = name;
                            form.hosts = List.of(host);
                            form.systemId = systemId;
                        }))
                .withMessageStartingWith(message);
    }

    @Test
    void every_wrong_host_of_a_bind_is_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BindForm.of(
                                form -> form.hosts = List.of("a:0", "b:2775", "nowhere", "c:0")))
                .withMessage(
                        """
                        hosts[0]: expected 1 to 65535, found 0
                        hosts[2]: expected host:port, found "nowhere"
                        hosts[3]: expected 1 to 65535, found 0\
                        """);
        List<String> tooMany = new ArrayList<>(Collections.nCopies(8, "a:1"));
        tooMany.add("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BindForm.of(form -> form.hosts = tooMany))
                .withMessage(
                        """
                        hosts: expected 1 to 8, found 9
                        hosts[8]: expected host:port, found "a\"\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, a, TEXT, FIELD, 'tag: expected 1 to 65535, found 0'",
        "0x10000, a, TEXT, FIELD, 'tag: expected 1 to 65535, found 65536'",
        "0x0424, a, TEXT, FIELD, tag: expected any but message_payload",
        "0x1400, A, TEXT, FIELD, name: expected 1 to 32 of a-z",
        "0x1400, '', TEXT, FIELD, name: expected 1 to 32 of a-z",
        "0x1400, a, TEXT, SENT_AT, use: expected sent_at with type time only",
        "0x1400, a, TIME, MESSAGE_ID, use: expected message_id with another type",
    })
    void wrong_tlv_is_refused(String tag, String name, TlvType type, TlvUse use, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlvSettings(Integer.decode(tag), name, type, use))
                .withMessageStartingWith(message);
    }

    @Test
    void tlvs_of_a_bind_differ() {
        var sent = new TlvSettings(0x1400, "a", TlvType.TIME, TlvUse.SENT_AT);
        assertRefused(
                List.of(sent, new TlvSettings(0x1401, "a", TlvType.TEXT, TlvUse.FIELD)),
                "tlvs: expected names that differ, found \"a\" twice");
        assertRefused(
                List.of(sent, new TlvSettings(0x1400, "b", TlvType.TEXT, TlvUse.FIELD)),
                "tlvs: expected tags that differ, found 0x1400 twice");
        assertRefused(
                List.of(sent, new TlvSettings(0x1401, "b", TlvType.TIME, TlvUse.SENT_AT)),
                "tlvs: expected each use once, found sent_at twice");
        assertRefused(Collections.nCopies(33, sent), "tlvs: expected 0 to 32, found 33");
    }

    private static void assertRefused(List<TlvSettings> tlvs, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BindForm.to(2775, form -> form.tlvs = tlvs))
                .withMessage(message);
    }

    @Test
    void binds_of_a_carrier_recognise_an_sms_by_the_same_tlvs() {
        var id = new TlvSettings(0x1400, "a", TlvType.TEXT, TlvUse.MESSAGE_ID);
        BindSettings one = BindForm.to(2775, form -> form.tlvs = List.of(id));
        BindSettings other = BindForm.to(2775, form -> form.name = "b2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rig.carrier(one, other))
                .withMessageStartingWith(
                        "binds: expected tlvs with use sent_at or message_id alike");
    }

    @Test
    void timers_that_contradict_each_other_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linkTimers(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("enquireLink: expected more than nothing, found 0s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linkTimers(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .withMessage("proof: expected at most 1s, found 2s");
    }

    @Test
    void timers_have_an_end() {
        Duration some = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linkTimers(Duration.ofDays(400_000), some))
                .withMessage("enquireLink: expected at most 1d, found 400000d");
        for (int timer : new int[] {0, 1, 3, 5, 7, 8, 9}) {
            Duration[] all = new Duration[12];
            Arrays.fill(all, some);
            all[timer] = Duration.ofMinutes(6);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> timers(all))
                    .withMessageEndingWith(": expected at most 5m, found 6m");
        }
    }

    private static BindTimers timers(Duration... t) {
        return new BindTimers(
                t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11]);
    }

    private static BindTimers linkTimers(Duration enquireLink, Duration proof) {
        Duration some = Duration.ofSeconds(1);
        return new BindTimers(
                some, some, enquireLink, some, proof, some, some, some, some, some, some, some);
    }

    @Test
    void carrier_has_binds_of_different_names() {
        assertThatIllegalArgumentException()
                .isThrownBy(Rig::carrier)
                .withMessage("binds: expected at least one, found none");
        BindSettings bind = Rig.bind("b1", 2775, _ -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rig.carrier(bind, bind))
                .withMessage("binds: expected names that differ, found \"b1\" twice");
    }

    @Test
    void carriers_have_different_names() {
        try (Rig rig = Rig.idle()) {
            CarrierSettings carrier = Rig.carrier(Rig.bind("b1", rig.smsc.port(), _ -> {}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rig.carriers.start(List.of(carrier, carrier)))
                    .withMessage("carriers: expected names that differ, found \"acme\" twice");
        }
    }
}
