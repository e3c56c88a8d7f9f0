package io.inlet.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority for a test, and what it signs: made by the JDK's own keytool. */
final class TestPki {
    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final Path file;

    TestPki(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("pki.p12");
        keytool("ca", "-ext", "bc:c", "-validity", "30");
    }

    /** A certificate for a DNS name; more options as keytool has them. */
    TestPki issue(String alias, String name, String... options) {
        List<String> all = new ArrayList<>(List.of("-signer", "ca", "-ext", "san=dns:" + name));
        all.addAll(options.length == 0 ? List.of("-validity", "30") : List.of(options));
        keytool(alias, all.toArray(String[]::new));
        return this;
    }

    private void keytool(String alias, String... options) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                file.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=" + alias,
                                "-alias",
                                alias));
        command.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("keytool.log").toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A PEM file of the authority's certificate. */
    Path root() {
        return certificates("ca");
    }

    /** A PEM file of a certificate and those above it. */
    Path certificates(String alias) {
        return write(alias + ".pem", certificatePem(alias));
    }

    String certificatePem(String alias) {
        StringBuilder pem = new StringBuilder();
        try {
            for (Certificate certificate : store().getCertificateChain(alias)) {
                pem.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return pem.toString();
    }

    /** A PEM file of its key. */
    Path key(String alias) {
        return write(alias + ".key", keyPem(alias));
    }

    String keyPem(String alias) {
        return pem("PRIVATE KEY", privateKey(alias).getEncoded());
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(label, MIME.encodeToString(der));
    }

    /** What a server is that shows this certificate, and trusts clients of the same authority. */
    SSLContext server(String alias) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    alias,
                    privateKey(alias),
                    PASSWORD.toCharArray(),
                    store().getCertificateChain(alias));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD.toCharArray());
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry("ca", store().getCertificate("ca"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private PrivateKey privateKey(String alias) {
        try {
            Key key = store().getKey(alias, PASSWORD.toCharArray());
            return (PrivateKey) key;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private KeyStore store() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
