package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binds over TLS, against carriers that have everything right and everything wrong. */
class TlsTest {
    @TempDir static Path folder;
    private static TestPki pki;

    @BeforeAll
    static void certificates() throws IOException {
        pki =
                new TestPki(Files.createDirectory(folder.resolve("pki")))
                        .issue("good", "localhost")
                        .issue("other", "smpp.acme.example")
                        .issue("old", "localhost", "-startdate", "-30d", "-validity", "10")
                        .issue("client-1", "inlet.example")
                        .issue("client-2", "inlet.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void messages_are_taken_and_answered(String version) {
        try (RawSmsc smsc = new RawSmsc(new TlsSockets(pki.server("good"), version));
                Rig rig = start(smsc, trusting(null))) {
            RawSmsc.Link link = smsc.bound();
            link.write(Pdus.deliverSm(1, "sealed on its way"));
            assertThat(link.read().commandStatus()).isZero();
            assertThat(rig.inbox.segments()).hasSize(1);
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void certificate_of_an_unknown_authority_is_not_trusted() {
        LastEnd end = failure("good", new TlsSettings(null, null, null, null));
        assertThat(end.reason()).isEqualTo(EndReason.CERTIFICATE_NOT_TRUSTED);
        assertThat(end.detail()).contains("no authority that is trusted").contains("CN=good");
    }

    @Test
    void certificate_for_another_name_is_refused_and_its_names_are_told() {
        LastEnd end = failure("other", trusting(null));
        assertThat(end.reason()).isEqualTo(EndReason.CERTIFICATE_WRONG_NAME);
        assertThat(end.detail()).isEqualTo("expected localhost, found [smpp.acme.example]");
    }

    @Test
    void certificate_may_be_for_the_name_that_is_configured() {
        try (RawSmsc smsc = new RawSmsc(new TlsSockets(pki.server("other")));
                Rig rig = start(smsc, trusting("smpp.acme.example"))) {
            smsc.bound();
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void certificate_that_has_expired_is_refused_with_the_day() {
        LastEnd end = failure("old", trusting(null));
        assertThat(end.reason()).isEqualTo(EndReason.CERTIFICATE_NOT_TRUSTED);
        assertThat(end.detail()).startsWith("expired at 20");
    }

    @Test
    void carrier_that_demands_a_certificate_refuses_a_bind_without() {
        TlsSockets sockets = new TlsSockets(pki.server("good"), "TLSv1.2", true);
        LastEnd end = failure(sockets, trusting(null));
        assertThat(end.reason()).isEqualTo(EndReason.TLS_REFUSED);
        assertThat(end.by()).isEqualTo(EndReason.By.CARRIER);
        assertThat(end.detail()).isNotEmpty().doesNotContain(" ");
    }

    @Test
    void renewed_certificate_is_shown_from_the_next_connection_on_and_other_binds_stay()
            throws IOException {
        Path certificate =
                Files.writeString(folder.resolve("c.pem"), pki.certificatePem("client-1"));
        Path key = Files.writeString(folder.resolve("c.key"), pki.keyPem("client-1"));
        TlsSettings tls = new TlsSettings(pki.root(), certificate, key, null);
        try (RawSmsc smsc = new RawSmsc(new TlsSockets(pki.server("good"), "TLSv1.3", true));
                RawSmsc other = new RawSmsc(new TlsSockets(pki.server("good"), "TLSv1.3", true));
                Rig rig = Rig.idle()) {
            rig.carriers.start(List.of(Rig.carrier(bind("b1", smsc, tls), bind("b2", other, tls))));
            RawSmsc.Link before = smsc.bound();
            RawSmsc.Link untouched = other.bound();
            assertThat(before.shown()).isEqualTo("CN=client-1");

            Files.writeString(certificate, pki.certificatePem("client-2"));
            Files.writeString(key, pki.keyPem("client-2"));
            before.close();
            assertThat(smsc.bound().shown()).isEqualTo("CN=client-2");
            untouched.write(Pdus.deliverSm(1, "still the same session"));
            assertThat(untouched.read().commandStatus()).isZero();
            assertThat(untouched.shown()).isEqualTo("CN=client-1");
        }
    }

    @Test
    void file_that_holds_no_certificate_is_told_by_name() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing of use\n");
        LastEnd end = failure("good", new TlsSettings(empty, null, null, null));
        assertThat(end.reason()).isEqualTo(EndReason.CERTIFICATES_UNREADABLE);
        assertThat(end.detail()).startsWith(empty + ": ");
    }

    @Test
    void key_that_cannot_be_read_is_told_without_its_content() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.key"), "hunter2\n");
        TlsSettings tls = new TlsSettings(pki.root(), pki.certificates("client-1"), wrong, null);
        LastEnd end = failure("good", tls);
        assertThat(end.reason()).isEqualTo(EndReason.CERTIFICATES_UNREADABLE);
        assertThat(end.detail()).doesNotContain("hunter2");
    }

    @Test
    void carrier_that_never_answers_the_handshake_is_left_within_the_connect_timer() {
        LastEnd end = failure(ServerSocketFactory.getDefault(), trusting(null));
        assertThat(end.reason()).isEqualTo(EndReason.TLS_HANDSHAKE_TIMEOUT);
    }

    @Test
    void carrier_that_answers_without_tls_is_told_from_others() {
        try (RawSmsc smsc = new RawSmsc();
                Rig rig = start(smsc, trusting(null))) {
            smsc.accept().write(Pdus.header(CommandId.GENERIC_NACK, 2, 0));
            await().until(() -> rig.counts.ends.contains(EndReason.TLS_NOT_SPOKEN));
        }
    }

    @Test
    void carrier_that_closes_during_the_handshake_is_told_from_others() {
        try (RawSmsc smsc = new RawSmsc();
                Rig rig = start(smsc, trusting(null))) {
            smsc.accept().close();
            await().until(() -> rig.counts.ends.contains(EndReason.TLS_HANDSHAKE_FAILED));
            assertThat(rig.lastEnd().detail()).contains("does this port speak TLS?");
        }
    }

    @Test
    void bind_without_tls_is_told_that_the_carrier_demands_it() {
        LastEnd end = failure(new TlsSockets(pki.server("good")), null);
        assertThat(end.reason()).isEqualTo(EndReason.TLS_DEMANDED);
    }

    @Test
    void client_certificate_needs_its_key_and_the_key_its_certificate() {
        Path some = Path.of("some.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlsSettings(null, some, null, null))
                .withMessage("clientKey: expected one for the clientCertificate, found none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlsSettings(null, null, some, null))
                .withMessage("clientCertificate: expected one for the clientKey, found none");
    }

    private static TlsSettings trusting(@Nullable String serverName) {
        return new TlsSettings(pki.root(), null, null, serverName);
    }

    private static LastEnd failure(String alias, TlsSettings tls) {
        return failure(new TlsSockets(pki.server(alias)), tls);
    }

    /** How the first attempt ends. */
    private static LastEnd failure(ServerSocketFactory sockets, @Nullable TlsSettings tls) {
        try (RawSmsc smsc = new RawSmsc(sockets);
                Rig rig = start(smsc, tls)) {
            Thread.startVirtualThread(() -> shakeHands(smsc, sockets instanceof TlsSockets));
            return rig.lastEnd();
        }
    }

    private static void shakeHands(RawSmsc smsc, boolean speaksTls) {
        try {
            RawSmsc.Link link = smsc.accept();
            if (speaksTls) {
                link.read();
            }
        } catch (UncheckedIOException e) {
            // The gateway has had enough, or never called.
        }
    }

    private static Rig start(RawSmsc smsc, @Nullable TlsSettings tls) {
        Rig rig = Rig.idle();
        rig.carriers.start(List.of(Rig.carrier(bind("b1", smsc, tls))));
        return rig;
    }

    private static BindSettings bind(String name, RawSmsc smsc, @Nullable TlsSettings tls) {
        return BindForm.to(
                smsc.port(),
                form -> {
                    form.name = name;
                    form.tls = tls;
                    form.localAddress = "127.0.0.1"; // the IPv4 address of localhost
                    form.timers.connectMillis = 2_000;
                });
    }
}
