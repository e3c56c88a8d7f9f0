package io.inlet.persistence;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Tells what the server says of its recovery while that takes its time. One thread. */
final class RecoveryNews {
    private final ServerLog log;
    private final Consumer<String> progress;
    private int told;

    RecoveryNews(ServerLog log, Consumer<String> progress) {
        this.log = log;
        this.progress = progress;
    }

    void tell() {
        try {
            List<String> news =
                    log.lines().stream()
                            .filter(line -> line.contains("recovery") || line.contains("redo"))
                            .map(line -> line.replaceFirst("^.*LOG:\\s*", ""))
                            .toList();
            news.stream().skip(told).forEach(progress);
            told = news.size();
        } catch (IOException e) {
            // Only the telling fails; whether the server starts is seen elsewhere.
        }
    }
}
