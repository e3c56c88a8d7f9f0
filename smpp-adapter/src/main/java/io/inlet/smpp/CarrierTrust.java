package io.inlet.smpp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a bind trusts. Java's own verdict, in two steps, so that an engineer is told which of them
 * failed: who signed the certificate, then whom it is for.
 */
final class CarrierTrust extends X509ExtendedTrustManager {
    private static final long LONGEST_FILE = 4 << 20;

    private final X509ExtendedTrustManager verdict;

    private CarrierTrust(X509ExtendedTrustManager verdict) {
        this.verdict = verdict;
    }

    /**
     * Trust in the authorities of a PEM file, or in those of Java. Blocks.
     *
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if it holds no certificates
     */
    static CarrierTrust of(@Nullable Path rootCertificates)
            throws IOException, GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(rootCertificates == null ? null : store(rootCertificates));
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .map(CarrierTrust::new)
                .findFirst()
                .orElseThrow();
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new CertificateException("more than " + LONGEST_FILE + " octets");
        }
        Collection<? extends Certificate> roots =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (roots.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate root : roots) {
            store.setCertificateEntry("root-" + number++, root);
        }
        return store;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            verdict.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw untrusted(chain[0], e);
        }
        try {
            verdict.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            // Java's own word for a wrong name has no subclass; for all else it has.
            throw e.getClass() == CertificateException.class
                    ? wrongName(chain[0], engine.getPeerHost(), e)
                    : untrusted(chain[0], e);
        }
    }

    private static Refusal untrusted(X509Certificate shown, CertificateException why) {
        String problem = "no authority that is trusted here has signed it";
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                problem = "expired at " + shown.getNotAfter().toInstant();
            } else if (cause instanceof CertificateNotYetValidException) {
                problem = "not valid before " + shown.getNotBefore().toInstant();
            }
        }
        String detail =
                "%s; subject %s, issuer %s"
                        .formatted(
                                problem,
                                shown.getSubjectX500Principal(),
                                shown.getIssuerX500Principal());
        return new Refusal(EndReason.CERTIFICATE_NOT_TRUSTED, detail, why);
    }

    private static Refusal wrongName(
            X509Certificate shown, String expected, CertificateException why) {
        String detail = "expected %s, found %s".formatted(expected, names(shown));
        return new Refusal(EndReason.CERTIFICATE_WRONG_NAME, detail, why);
    }

    private static String names(X509Certificate shown) {
        try {
            return shown.getSubjectAlternativeNames() == null
                    ? String.valueOf(shown.getSubjectX500Principal())
                    : String.valueOf(
                            shown.getSubjectAlternativeNames().stream()
                                    .map(name -> name.get(1))
                                    .toList());
        } catch (CertificateException e) {
            return "names that cannot be read";
        }
    }

    /** Why a certificate was refused. */
    static final class Refusal extends CertificateException {
        private static final long serialVersionUID = 1;

        private final EndReason reason;

        Refusal(EndReason reason, String detail, CertificateException cause) {
            super(detail, cause);
            this.reason = reason;
        }

        EndReason reason() {
            return reason;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw noEngine();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noEngine();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw noEngine();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noEngine();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noEngine();
    }

    // Without an engine there is no name to check, and we are nobody's server.
    private static CertificateException noEngine() {
        return new CertificateException("only a carrier that is called by its name is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return verdict.getAcceptedIssuers();
    }
}
