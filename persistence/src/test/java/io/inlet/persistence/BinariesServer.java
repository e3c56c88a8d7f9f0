package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL from a folder of binaries; as the user nobody if we are root. */
final class BinariesServer {
    private final Path bin;
    private final Path home;

    private BinariesServer(Path bin, Path home) {
        this.bin = bin;
        this.home = home;
    }

    static TestServer start(Path bin) throws IOException {
        Path home = Files.createTempDirectory("inlet-postgres");
        BinariesServer server = new BinariesServer(bin, home);
        if (isRoot()) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            Files.setOwner(
                    home,
                    home.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody"));
        }
        server.run("initdb", "-D", server.data(), "-U", "postgres", "-E", "UTF8", "-A", "trust");
        int port = ServerPort.free();
        StringBuilder options = new StringBuilder("-p " + port + " -h 127.0.0.1 -k ''");
        TestServer.SETTINGS.forEach((k, v) -> options.append(" -c " + k + "=" + v));
        String log = home.resolve("log").toString();
        server.run("pg_ctl", "-w", "-D", server.data(), "-l", log, "-o", options + "", "start");
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        String place = "jdbc:postgresql://127.0.0.1:" + port + "/";
        return database -> new DatabaseLogin(place + database, "postgres", "postgres");
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void stop() {
        try {
            run("pg_ctl", "-m", "immediate", "-D", data(), "stop");
            new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
        } catch (IOException e) {
            System.err.println("the test's PostgreSQL was not stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("inlet-" + program, ".out");
        Process process =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
