package io.inlet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Work that a gateway does page by page, each as long as one request.
 *
 * @param client asks for it
 * @param path where
 * @param wanted what is asked for; where to go on is put in
 */
record Pages(OpsClient client, String path, Map<String, Object> wanted) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Does all of it, and prints a line of progress for each page but the last: the sums so far,
     * and where it would go on.
     *
     * @param counts the fields that are summed up, those within others by both names with a slash,
     *     which progress leaves out
     */
    Map<String, Integer> sums(List<String> counts, PrintWriter progress) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        counts.forEach(name -> sums.put(name, 0));
        JsonNode page = next();
        add(page, sums);
        while (page.hasNonNull("next")) {
            String next = page.path("next").asText();
            progress.printf("... %s, after %s%n", brief(sums), next);
            progress.flush();
            wanted.put("after", next);
            page = next();
            add(page, sums);
        }
        return sums;
    }

    /** Does all of it, and prints the sums at the end, one on a line. */
    void print(List<String> counts, PrintWriter out) {
        sums(counts, out).forEach((name, sum) -> out.printf("%-12s %8d%n", name, sum));
    }

    private JsonNode next() {
        try {
            return client.post(path, "application/json", JSON.writeValueAsString(wanted));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    private static Map<String, Integer> brief(Map<String, Integer> sums) {
        Map<String, Integer> brief = new LinkedHashMap<>(sums);
        brief.keySet().removeIf(name -> name.contains("/"));
        return brief;
    }

    private static void add(JsonNode page, Map<String, Integer> sums) {
        sums.replaceAll((name, sum) -> sum + page.at("/" + name).asInt());
    }
}
