package io.inlet.smpp;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Our end of TLS for one attempt, from the files as they are now. Nothing of a former connection is
 * resumed: every carrier shows its certificate every time.
 */
final class TlsClient {
    private final SslContext context;
    private final String serverName;
    private final int port;

    private TlsClient(SslContext context, String serverName, int port) {
        this.context = context;
        this.serverName = serverName;
        this.port = port;
    }

    /**
     * Reads the files. Blocks.
     *
     * @return null if the bind has no TLS
     * @throws DialingException if a file is not what it should be
     */
    static @Nullable TlsClient read(@Nullable TlsSettings tls, HostPort host)
            throws DialingException {
        if (tls == null) {
            return null;
        }
        String name = tls.serverName() == null ? host.host() : tls.serverName();
        return new TlsClient(context(tls, trust(tls)), name, host.port());
    }

    private static CarrierTrust trust(TlsSettings tls) throws DialingException {
        try {
            return CarrierTrust.of(tls.rootCertificates());
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(tls.rootCertificates(), e);
        }
    }

    private static SslContext context(TlsSettings tls, CarrierTrust trust) throws DialingException {
        try {
            SslContextBuilder builder =
                    SslContextBuilder.forClient()
                            .sslProvider(SslProvider.JDK)
                            .protocols("TLSv1.3", "TLSv1.2")
                            .endpointIdentificationAlgorithm("HTTPS")
                            .trustManager(trust);
            Path certificate = tls.clientCertificate();
            Path key = tls.clientKey();
            if (certificate != null && key != null) {
                builder.keyManager(certificate.toFile(), key.toFile());
            }
            return builder.build();
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(tls.clientCertificate(), e);
        }
    }

    // The class alone: a message of a reader of keys may quote what it read.
    private static DialingException unreadable(@Nullable Path file, Exception cause) {
        String detail = file + ": " + cause.getClass().getSimpleName();
        return new DialingException(EndReason.CERTIFICATES_UNREADABLE, detail, cause);
    }

    /** The first handler of a connection; its handshake is timed by the session. */
    SslHandler handler(ByteBufAllocator allocator) {
        SslHandler handler = context.newHandler(allocator, serverName, port);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }
}
