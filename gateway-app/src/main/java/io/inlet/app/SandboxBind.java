package io.inlet.app;

import io.inlet.app.sandbox.LoopbackCarrier;
import io.inlet.config.Settings;
import io.inlet.sandbox.SandboxCarrier;
import io.inlet.sandbox.SandboxSettings;
import io.inlet.smpp.BindSettings;
import io.inlet.smpp.BindTimers;
import io.inlet.smpp.BindType;
import io.inlet.smpp.CarrierSettings;
import io.inlet.smpp.InterfaceVersion;
import io.inlet.smpp.TemporaryStatus;
import io.inlet.smpp.UnreadableStatus;
import io.inlet.sms.AddressRules;
import io.inlet.sms.TextRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bind to the gateway's own simulated carrier, with the carrier; or none of both. It is a bind
 * like any other, but in no file: a reload keeps it as it is. Any thread.
 */
final class SandboxBind implements AutoCloseable {
    private static final String SYSTEM_ID = "inlet";
    private static final int PASSWORD_OCTETS = 4;
    private static final Duration PROOF = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration LONGEST_BUDGET = Duration.ofMinutes(5);

    private final @Nullable LoopbackCarrier carrier;
    private final @Nullable Path passwordFile;
    private final List<CarrierSettings> own;

    private SandboxBind(
            @Nullable LoopbackCarrier carrier,
            @Nullable Path passwordFile,
            List<CarrierSettings> own) {
        this.carrier = carrier;
        this.passwordFile = passwordFile;
        this.own = own;
    }

    /**
     * Starts the carrier if the settings want it.
     *
     * @throws CommandFailure if it cannot listen, or its password cannot be kept
     */
    static SandboxBind start(Settings settings) {
        if (!settings.sandbox().enabled()) {
            return new SandboxBind(null, null, List.of());
        }
        byte[] random = new byte[PASSWORD_OCTETS];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            Path file = passwordFile(password);
            LoopbackCarrier carrier = LoopbackCarrier.start(SYSTEM_ID, password);
            return new SandboxBind(carrier, file, List.of(own(settings, carrier.port(), file)));
        } catch (IOException e) {
            throw new CommandFailure("the sandbox cannot be kept: " + e.getMessage());
        }
    }

    // The adapter reads a password from its file at each attempt.
    private static Path passwordFile(String password) throws IOException {
        Path file =
                Files.createTempFile(
                        "inlet-sandbox",
                        ".password",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        file.toFile().deleteOnExit();
        return Files.writeString(file, password);
    }

    private static CarrierSettings own(Settings settings, int port, Path passwordFile) {
        return new CarrierSettings(
                SandboxSettings.CARRIER,
                TemporaryStatus.ESME_RMSGQFUL,
                TemporaryStatus.ESME_RSYSERR,
                UnreadableStatus.ESME_ROK,
                true,
                List.of(
                        new BindSettings(
                                // A bind is one gateway's alone, and nodes have different names.
                                settings.node(),
                                true,
                                BindType.TRANSCEIVER,
                                List.of("127.0.0.1:" + port),
                                null,
                                null,
                                null,
                                InterfaceVersion.V3_4,
                                SYSTEM_ID,
                                passwordFile,
                                "",
                                "",
                                0,
                                0,
                                TextRules.DEFAULT,
                                AddressRules.DEFAULT,
                                List.of(),
                                timers(settings.intake().patience()))));
    }

    // Proof comes soon, so that a test may send the same text again and it is another message.
    private static BindTimers timers(Duration patience) {
        BindTimers usual = BindTimers.DEFAULT;
        Duration budget = patience.plusSeconds(2);
        return new BindTimers(
                usual.connect(),
                usual.bindResponse(),
                usual.enquireLink(),
                usual.enquireLinkAnswer(),
                PROOF,
                budget.compareTo(LONGEST_BUDGET) < 0 ? budget : LONGEST_BUDGET,
                usual.inactivity(),
                usual.pduRead(),
                usual.write(),
                usual.unbind(),
                RECONNECT,
                RECONNECT);
    }

    /** The carrier, or null if there is none. */
    @Nullable SandboxCarrier carrier() {
        return carrier;
    }

    /** The carriers of the configuration, and the gateway's own after them. */
    List<CarrierSettings> beside(List<CarrierSettings> configured) {
        return Stream.concat(configured.stream(), own.stream()).toList();
    }

    @Override
    public void close() throws IOException {
        if (carrier != null) {
            carrier.close();
        }
        if (passwordFile != null) {
            Files.deleteIfExists(passwordFile);
        }
    }
}
