package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "Acme, localhost:2775, inlet, name: expected 1 to 63 of a-z",
        "a b, localhost:2775, inlet, name: expected 1 to 63 of a-z",
        "b1, ' ', inlet, 'hosts: expected host:port, found \" \"'",
        "b1, localhost, inlet, 'hosts: expected host:port, found \"localhost\"'",
        "b1, localhost:0, inlet, 'hosts: expected 1 to 65535, found 0'",
        "b1, localhost:65536, inlet, 'hosts: expected 1 to 65535, found 65536'",
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
    void timers_that_contradict_each_other_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timers(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("enquireLink: expected more than nothing, found 0s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timers(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .withMessage("proof: expected at most 1s, found 2s");
    }

    private static BindTimers timers(Duration enquireLink, Duration proof) {
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
