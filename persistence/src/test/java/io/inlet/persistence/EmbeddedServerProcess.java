package io.inlet.persistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that starts an embedded server and then waits to be killed. */
final class EmbeddedServerProcess {
    private static final String BINARIES = "inlet.postgres.binaries";

    private EmbeddedServerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedServer.start(EmbeddedServerTest.settings(Path.of(args[0]), 0), step -> {});
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    /** Starts the process; returns when its server answers. */
    static Process start(Path home) throws IOException {
        Process process =
                new ProcessBuilder(command(home))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("ready")) {
                return process;
            }
        }
        throw new IOException("the process ended before its server answered");
    }

    private static List<String> command(Path home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        String binaries = System.getProperty(BINARIES);
        if (binaries != null) {
            command.add("-D" + BINARIES + "=" + binaries);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(EmbeddedServerProcess.class.getName(), home.toString()));
        return command;
    }
}
