package io.inlet.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * The carrier in its own process, as seen from here. Of each load it tells its progress, that all
 * of it is made, and its result, to be awaited in that order; one thread awaits, any may close.
 */
final class Carrier implements AutoCloseable {
    static final String LISTENING = "listening";
    static final String PROGRESS = "progress";
    static final String MADE = "made";
    static final String RESULT = "result";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path ledger;
    private final Path log;
    private final BufferedReader said;
    private final Narrator out;
    private final int port;

    private Carrier(Process process, Path directory, Narrator out) throws IOException {
        this.process = process;
        this.ledger = directory.resolve("acknowledged");
        this.log = directory.resolve("carrier.log");
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.out = out;
        this.port = Integer.parseInt(await(LISTENING));
    }

    /** Starts it on a free port, with a window for each session; its complaints go to a file. */
    static Carrier start(Path directory, Cast cast, Narrator out) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseG1GC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CarrierMain.class.getName(),
                                Integer.toString(cast.window()),
                                Integer.toString(cast.binds()),
                                directory.resolve("acknowledged").toString())
                        .redirectError(directory.resolve("carrier.log").toFile())
                        .start();
        try {
            return new Carrier(process, directory, out);
        } catch (Throwable t) {
            process.destroyForcibly();
            throw t;
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Tells it what to send; it begins when all binds are up. */
    void send(LoadOrder order) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(JSON.writeValueAsString(order) + "\n");
        in.flush();
    }

    /** Waits until so many messages are acknowledged; returns how many are. */
    long awaitAcknowledged(long count) throws IOException {
        while (true) {
            long acknowledged = Long.parseLong(await(PROGRESS));
            if (acknowledged >= count) {
                return acknowledged;
            }
        }
    }

    /** Waits until all messages of a load are made; answers may still come. */
    void awaitMade() throws IOException {
        await(MADE);
    }

    /** Waits for the last answer to a load. */
    LoadResult awaitResult() throws IOException {
        return JSON.readValue(await(RESULT), LoadResult.class);
    }

    /** The messages that were acknowledged, by their indexes; known after the result. */
    BitSet acknowledged() throws IOException {
        return BitSet.valueOf(Files.readAllBytes(ledger));
    }

    private String await(String word) throws IOException {
        while (true) {
            String line = said.readLine();
            if (line == null) {
                throw new IOException("the carrier ended early:\n" + Files.readString(log));
            }
            if (line.startsWith(PROGRESS + " ")) {
                long acknowledged = Long.parseLong(line.substring(PROGRESS.length() + 1));
                out.saySeldom("%,d acknowledged".formatted(acknowledged));
            }
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
