package io.inlet.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the benchmark runs on. */
final class Machine {
    private Machine() {}

    /** The conditions of a whole run. */
    static Map<String, String> conditions(Path home) throws IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put("processor", field("/proc/cpuinfo", "model name"));
        conditions.put("memory", field("/proc/meminfo", "MemTotal"));
        conditions.put(
                "kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        conditions.put(
                "java",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        conditions.put("commit", commit(home));
        return conditions;
    }

    /** How busy the machine has been in the last minute, and of late. */
    static String loadAverage() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
        return String.join(" ", fields[0], fields[1], fields[2]);
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String commit(Path home) throws IOException {
        String commit = git(home, "rev-parse", "--short=12", "HEAD");
        if (commit.isEmpty()) {
            return "none";
        }
        boolean changed = !git(home, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return commit + (changed ? ", and changes" : "");
    }

    private static String git(Path home, String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(java.util.List.of("git", "-C", home.toString()));
        command.addAll(java.util.List.of(arguments));
        try {
            Process git =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? said.strip() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (IOException e) {
            return ""; // without git there is no commit to name
        }
    }
}
