package io.inlet.app;

import io.inlet.id.Counted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inlet binds trace}: what passed over a bind last. */
@Command(
        name = "trace",
        description = {
            "Show the last PDUs of a bind, one JSON object a line, or write them to a file that"
                    + " Wireshark opens.",
            "Texts, passwords and the ends of numbers are masked."
        },
        mixinStandardHelpOptions = true)
final class BindTraceCommand implements Runnable {
    @Mixin private final BindOption bind = new BindOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--capture",
            paramLabel = "FILE",
            description = "Write a capture file (libpcap) instead; the carrier is at port 2775.")
    private @Nullable Path capture;

    @Override
    public void run() {
        OpsClient client = bind.client();
        String path = bind.path(client);
        PrintWriter out = spec.commandLine().getOut();
        if (capture == null) {
            out.print(new String(client.octets(path + "/pdus"), StandardCharsets.UTF_8));
        } else {
            byte[] file = client.octets(path + "/capture");
            write(capture, file);
            out.printf("%s: %s%n", capture, Counted.of(file.length, "octet"));
        }
        out.flush();
    }

    private static void write(Path file, byte[] octets) {
        try {
            Files.write(file, octets);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be written");
        }
    }
}
