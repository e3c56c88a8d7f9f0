package io.inlet.simulator;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS on the carrier's side: versions 1.2 and 1.3.
 *
 * @param certificate its chain, in PEM
 * @param key its private key, in PEM (PKCS 8), without a password
 * @param clientCa who must have signed the ESME's certificate, in PEM, or null to ask for none
 */
public record TlsServer(Path certificate, Path key, @Nullable Path clientCa) {
    SslContext context() throws IOException {
        try {
            SslContextBuilder builder =
                    SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                            .protocols("TLSv1.2", "TLSv1.3");
            if (clientCa != null) {
                builder.trustManager(clientCa.toFile()).clientAuth(ClientAuth.REQUIRE);
            }
            return builder.build();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "cannot use the certificate %s with the key %s: %s"
                            .formatted(certificate, key, e.getMessage()),
                    e);
        }
    }
}
