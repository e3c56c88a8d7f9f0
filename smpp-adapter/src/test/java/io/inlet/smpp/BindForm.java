package io.inlet.smpp;

import io.inlet.sms.AddressRules;
import io.inlet.sms.TextRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bind to fill in: quick timers, and what most tests want in all else. */
final class BindForm {
    String name = "b1";
    boolean enabled = true;
    BindType type = BindType.TRANSCEIVER;
    List<String> hosts = List.of();
    @Nullable OutbindSettings outbind;
    @Nullable String localAddress;
    @Nullable TlsSettings tls;
    InterfaceVersion interfaceVersion = InterfaceVersion.V3_4;
    String systemId = "inlet";
    Path passwordFile = newPasswordFile();
    TextRules text = TextRules.DEFAULT;
    AddressRules addresses = AddressRules.DEFAULT;
    List<TlvSettings> tlvs = List.of();
    final Rig.Timers timers = new Rig.Timers();

    static BindSettings of(Consumer<BindForm> filled) {
        BindForm form = new BindForm();
        filled.accept(form);
        return form.settings();
    }

    /** One that calls a place on this machine. */
    static BindSettings to(int port, Consumer<BindForm> filled) {
        return of(form -> {
            form.hosts = List.of("localhost:" + port);
            filled.accept(form);
        });
    }

    BindSettings settings() {
        return new BindSettings(
                name,
                enabled,
                type,
                hosts,
                outbind,
                localAddress,
                tls,
                interfaceVersion,
                systemId,
                passwordFile,
                "",
                "",
                0,
                0,
                text,
                addresses,
                tlvs,
                timers.build());
    }

    private static Path newPasswordFile() {
        try {
            Path file = Files.createTempFile("inlet-smpp", ".password");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "secret1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
