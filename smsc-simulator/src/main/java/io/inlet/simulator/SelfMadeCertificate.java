package io.inlet.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for localhost and 127.0.0.1 that nobody else has signed, for trying TLS out. Made
 * by the keytool of the Java that runs this. Stateless.
 */
public final class SelfMadeCertificate {
    private static final String ALIAS = "carrier";
    private static final String PASSWORD = "changeit";
    private static final long AT_MOST_SECONDS = 30;

    private SelfMadeCertificate() {}

    /**
     * Makes {@code carrier.pem} and {@code carrier.key} in a folder, valid for a year, and leaves
     * what is there already as it is. The gateway trusts it when {@code carrier.pem} is what it is
     * told to trust.
     *
     * @throws IOException if the folder or keytool cannot be used
     */
    public static TlsServer in(Path folder) throws IOException, InterruptedException {
        Path certificate = folder.resolve("carrier.pem");
        Path key = folder.resolve("carrier.key");
        if (!Files.exists(certificate) || !Files.exists(key)) {
            Files.createDirectories(folder);
            make(folder, certificate, key);
        }
        return new TlsServer(certificate, key, null);
    }

    private static void make(Path folder, Path certificate, Path key)
            throws IOException, InterruptedException {
        Path store = folder.resolve("carrier.p12");
        Files.deleteIfExists(store);
        try {
            keytool(store);
            KeyStore opened = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                opened.load(in, PASSWORD.toCharArray());
            }
            byte[] secret = opened.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
            Files.deleteIfExists(key);
            Files.createFile(
                    key,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(key, pem("PRIVATE KEY", secret));
            byte[] signed = opened.getCertificate(ALIAS).getEncoded();
            Files.writeString(certificate, pem("CERTIFICATE", signed));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read what keytool made: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> arguments =
                List.of(
                        program.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "365",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD);
        Process process =
                new ProcessBuilder(arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (!Files.exists(store)) {
            throw new IOException("cannot make a certificate with " + program);
        }
    }

    private static String pem(String kind, byte[] octets) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }
}
