package io.inlet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes the configuration of a gateway under test, with one simulated carrier.
 *
 * @param database the settings of the database, as lines of YAML indented by two
 */
public record GatewayFiles(Path directory, int carrierPort, int binds, String database) {
    private static final String EMBEDDED = "  embedded:\n    directory: postgres\n";

    /** With an embedded database. */
    public GatewayFiles(Path directory, int carrierPort, int binds) {
        this(directory, carrierPort, binds, EMBEDDED);
    }

    /** Writes {@code inlet.yaml} and the carrier's password. */
    public void write() throws IOException {
        write(carrier());
    }

    /** The same with these carriers, as lines of YAML indented by two. */
    void write(String carriers) throws IOException {
        Files.createDirectories(directory);
        // The embedded server runs as somebody else when the tests run as root.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        Path password = directory.resolve("carrier.password");
        Files.createFile(
                password,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, "test\n");
        Files.writeString(directory.resolve("inlet.yaml"), yaml() + carriers);
    }

    private String yaml() {
        return """
        node: test
        database:
        %s\
        keys:
          directory: keys
        http:
          port: 0
        ops:
          port: 0
          keyFile: ops.key
        carriers:
        """
                .formatted(database);
    }

    private String carrier() {
        StringBuilder yaml =
                new StringBuilder(
                        """
                          - name: acme
                            simulated: true
                            binds:
                        """);
        for (int i = 1; i <= binds; i++) {
            yaml.append(
                    """
                          - name: bind-%d
                            hosts: [127.0.0.1:%d]
                            systemId: inlet
                            passwordFile: carrier.password
                            timers:
                              reconnectFirst: 100ms
                    """
                            .formatted(i, carrierPort));
        }
        return yaml.toString();
    }
}
