package io.inlet.smpp;

import io.inlet.settings.SecretFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a bind is encrypted: TLS 1.2 or 1.3, the carrier's certificate and its name checked always.
 * All files are read anew for each attempt, so that a renewed certificate holds from the next
 * connection on, and no other bind is touched.
 *
 * @param rootCertificates PEM, the authorities of which one must have signed the carrier's
 *     certificate; null for those that Java trusts
 * @param clientCertificate PEM, the certificate chain that is shown to the carrier, our own
 *     certificate first; null for none
 * @param clientKey PEM (PKCS #8, not encrypted), the key of the client certificate
 * @param serverName the name that the carrier's certificate must be for; null for the host's
 */
public record TlsSettings(
        @Nullable Path rootCertificates,
        @Nullable Path clientCertificate,
        @SecretFile @Nullable Path clientKey,
        @Nullable String serverName) {
    public TlsSettings {
        if (clientCertificate == null && clientKey != null) {
            throw Expect.refuse("clientCertificate", "one for the clientKey", "none");
        }
        if (clientKey == null && clientCertificate != null) {
            throw Expect.refuse("clientKey", "one for the clientCertificate", "none");
        }
        if (serverName != null) {
            Expect.ascii("serverName", serverName, 253);
            if (serverName.isBlank()) {
                throw Expect.refuse("serverName", "a name", "nothing");
            }
        }
    }
}
