package io.inlet.smpp;

import io.inlet.settings.SecretFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a carrier calls us and says outbind, upon which we bind as a receiver on its connection
 * (SMPP 3.4, section 2.2.1). Whoever can reach the port can try: keep it closed to others.
 *
 * @param address the IP address of this machine to listen on
 * @param port TCP port, 1 to 65535, of this bind alone
 * @param systemId who the carrier says it is, at most 15 octets; null for the bind's own system_id
 * @param passwordFile holds the password that the carrier says, at most 8 octets; null for the
 *     bind's own
 */
public record OutbindSettings(
        String address,
        int port,
        @Nullable String systemId,
        @SecretFile @Nullable Path passwordFile) {
    public OutbindSettings {
        Expect.ipAddress("address", address);
        Expect.between("port", 1, port, 65_535);
        if (systemId != null) {
            Expect.ascii("systemId", systemId, 15);
        }
    }
}
