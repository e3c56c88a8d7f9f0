package io.inlet.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one lease the way a consumer does: waits for a code, and lists what came besides. Runs on a
 * thread of its own until it is interrupted.
 */
final class Lessee implements Runnable {
    /** How long a wait is held open: what has no code is listed at least that often. */
    private static final String PATIENCE = "1s";

    private final Api api;
    private final String lease;
    private final String start;
    private final Consumer<Reading> reader;
    private final Set<String> seen = new HashSet<>();

    /**
     * What was read.
     *
     * @param message as the API gave it
     * @param nanos when, by {@link System#nanoTime}
     * @param awaited whether it answered a wait; else it was found in the list, some time after it
     *     came
     */
    record Reading(JsonNode message, long nanos, boolean awaited) {
        String text() {
            return message.path("content").asText();
        }

        String number() {
            return message.path("numberUsed").asText();
        }

        String sender() {
            return message.path("senderId").asText();
        }

        @Nullable String code() {
            return message.path("code").isNull() ? null : message.path("code").asText();
        }
    }

    Lessee(Api api, String lease, String cursor, Consumer<Reading> reader) {
        this.api = api;
        this.lease = lease;
        this.start = cursor;
        this.reader = reader;
    }

    @Override
    public void run() {
        try {
            readAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() throws InterruptedException {
        String waitCursor = start;
        String listCursor = start;
        while (true) {
            JsonNode wait = api.get(path("code") + "?timeout=" + PATIENCE + "&after=" + waitCursor);
            waitCursor = wait.path("cursor").asText();
            switch (wait.path("status").asText()) {
                case "received" -> read(wait.path("message"), true);
                case "timed_out" -> listCursor = list(listCursor);
                default -> {
                    return;
                }
            }
        }
    }

    private String list(String after) throws InterruptedException {
        JsonNode page = api.get(path("messages") + "?after=" + after);
        page.path("messages").forEach(message -> read(message, false));
        return page.path("cursor").asText();
    }

    private void read(JsonNode message, boolean awaited) {
        long now = System.nanoTime();
        if (seen.add(message.path("id").asText())) {
            reader.accept(new Reading(message, now, awaited));
        }
    }

    private String path(String what) {
        return "/v1/leases/" + lease + "/" + what;
    }
}
