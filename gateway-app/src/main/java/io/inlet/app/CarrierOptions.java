package io.inlet.app;

import io.inlet.simulator.SelfMadeCertificate;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.TlsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the carrier of {@code inlet simulate} can be reached, and by whom. */
final class CarrierOptions {
    @Option(
            names = "--port",
            defaultValue = "2775",
            description =
                    "Listen on this port of the loopback interface; 0 takes any (default:"
                            + " ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--window",
            defaultValue = "10",
            description = "Unanswered deliver_sm for each session (default: ${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--system-id",
            paramLabel = "ID",
            description = "Let only this system_id bind; without it, anybody may.")
    private @Nullable String systemId;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password that goes with --system-id.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--tls",
            paramLabel = "FOLDER",
            description =
                    "Speak TLS with the certificate carrier.pem and the key carrier.key of this"
                            + " folder; makes both for 127.0.0.1 and localhost if they are not"
                            + " there.")
    private @Nullable Path tls;

    @Option(
            names = "--tls-client-ca",
            paramLabel = "FILE",
            description = "Demand a certificate that one of these authorities (PEM) has signed.")
    private @Nullable Path clientCa;

    SmscSettings settings(PrintWriter out) throws IOException, InterruptedException {
        SmscSettings settings = SmscSettings.DEFAULT.withPort(port).withWindow(window);
        if ((systemId == null) != (passwordFile == null)) {
            throw new CommandFailure("--system-id and --password-file go together: give both");
        }
        if (systemId != null && passwordFile != null) {
            settings = settings.withAccount(systemId, password(passwordFile));
        }
        return secured(settings, out);
    }

    private static String password(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("--password-file: there is no file %s to read".formatted(file));
        }
        return Files.readString(file).strip();
    }

    private SmscSettings secured(SmscSettings settings, PrintWriter out)
            throws IOException, InterruptedException {
        if (tls == null) {
            if (clientCa != null) {
                throw new CommandFailure("--tls-client-ca: needs --tls");
            }
            return settings;
        }
        TlsServer server = SelfMadeCertificate.in(tls);
        out.println("speaks TLS; the gateway must trust " + server.certificate());
        return settings.withTls(new TlsServer(server.certificate(), server.key(), clientCa));
    }
}
