package io.inlet.app;

import io.inlet.config.Outcome;
import io.inlet.config.Settings;
import io.inlet.config.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The demo's configuration: a file like any other, written where the demo keeps its things, so that
 * who wants to go on from it can.
 */
record DemoSettings(Path directory, int httpPort, int opsPort) {
    Settings write(int carrierPort) throws IOException {
        Files.createDirectories(directory);
        Path password = directory.resolve("carrier.password");
        Files.deleteIfExists(password);
        Files.createFile(
                password,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, "demo\n");
        Files.writeString(file(), yaml(carrierPort));
        return switch (SettingsFile.read(file())) {
            case Outcome.Accepted(Settings settings) -> settings;
            case Outcome.Rejected(var problems) ->
                    throw new IllegalStateException("the demo's settings are refused: " + problems);
        };
    }

    Path file() {
        return directory.resolve("inlet.yaml");
    }

    private String yaml(int carrierPort) {
        return """
        node: demo
        database:
          embedded:
            directory: postgres
        keys:
          directory: keys
        http:
          port: %d
        ops:
          port: %d
          keyFile: ops.key
        log:
          level: warn
        sandbox:
          enabled: true
        carriers:
          - name: demo
            simulated: true
            binds:
              - name: main
                hosts: [127.0.0.1:%d]
                systemId: inlet
                passwordFile: carrier.password
        """
                .formatted(httpPort, opsPort, carrierPort);
    }
}
