package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sets a gateway under test up and reads from it, over its two listeners and nothing else. */
public final class SandboxClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String opsKey;
    private String key = "";
    private String tenant = "";
    private URI http;
    private URI ops;

    public SandboxClient(URI http, URI ops, String opsKey) {
        this.http = http;
        this.ops = ops;
        this.opsKey = opsKey;
    }

    /** Goes on with a gateway that was started anew, perhaps on other ports. */
    public void moveTo(URI newHttp, URI newOps) {
        http = newHttp;
        ops = newOps;
    }

    /** Imports numbers counting up from the first, makes a tenant, and leases all of them. */
    public List<Leased> lease(long first, int count) throws IOException, InterruptedException {
        return lease(first, Collections.nCopies(count, "acme"));
    }

    /** The same with as many numbers as carriers, each of its own. */
    List<Leased> lease(long first, List<String> carriers) throws IOException, InterruptedException {
        int count = carriers.size();
        StringBuilder csv =
                new StringBuilder(
                        "msisdn,country,lineType,environment,carrier,contractRef,licenceRef,"
                                + "acquiredOn,usagePolicy\n");
        for (long number = first; number < first + count; number++) {
            csv.append('+').append(number);
            csv.append(",ZZ,mobile,sandbox,").append(carriers.get((int) (number - first)));
            csv.append(",C-1,L-1,2026-01-01,sandbox\n");
        }
        operate("/ops/v1/numbers", "text/csv", csv.toString());
        makeTenant("sandbox");
        List<Leased> leases = new ArrayList<>();
        for (long number = first; number < first + count; number++) {
            leases.add(lease("+" + number));
        }
        return leases;
    }

    /** Makes a live tenant, and speaks for it from then on. */
    void liveTenant() throws IOException, InterruptedException {
        makeTenant("live");
    }

    private void makeTenant(String environment) throws IOException, InterruptedException {
        String body =
                "{\"name\":\"Test\",\"country\":\"DE\",\"environment\":\"" + environment + "\"}";
        tenant = operate("/ops/v1/tenants", "application/json", body).path("id").asText();
        key =
                operate(
                                "/ops/v1/tenants/" + tenant + "/principals",
                                "application/json",
                                "{\"name\":\"test\"}")
                        .path("key")
                        .asText();
    }

    /**
     * A lease just made.
     *
     * @param id its id
     * @param cursor where its messages begin
     */
    public record Leased(String id, String cursor) {}

    private Leased lease(String number) throws IOException, InterruptedException {
        String body = "{\"number\":\"" + number + "\",\"ttl\":\"2h\",\"purpose\":\"qa_testing\"}";
        JsonNode made = post(http, "/v1/leases", key, "application/json", body);
        return new Leased(made.path("lease").path("id").asText(), made.path("cursor").asText());
    }

    /** The API key of the tenant made last. */
    public String key() {
        return key;
    }

    /** The id of the tenant made last. */
    String tenant() {
        return tenant;
    }

    /** All messages of a lease, page by page. */
    public List<JsonNode> messages(Leased lease) throws IOException, InterruptedException {
        List<JsonNode> messages = new ArrayList<>();
        String after = lease.cursor();
        while (true) {
            JsonNode page = get("/v1/leases/" + lease.id() + "/messages?limit=100&after=" + after);
            if (page.path("messages").isEmpty()) {
                return messages;
            }
            page.path("messages").forEach(messages::add);
            after = page.path("cursor").asText();
        }
    }

    /** What a consumer's GET answers; fails on anything but 200. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(http.resolve(path))
                        .header("authorization", "Bearer " + key)
                        .build());
    }

    /** What a consumer's POST answers; fails on a refusal. */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return post(http, path, key, "application/json", body);
    }

    private JsonNode operate(String path, String type, String body)
            throws IOException, InterruptedException {
        return post(ops, path, opsKey, type, body);
    }

    private JsonNode post(URI base, String path, String bearer, String type, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("authorization", "Bearer " + bearer)
                        .header("content-type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(request.uri() + ": " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
