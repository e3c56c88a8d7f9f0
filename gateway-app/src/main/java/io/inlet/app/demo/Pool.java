package io.inlet.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The demo's numbers: in country code 999, which nobody has, so that none of them can be dialled.
 * Each run takes new ones, since those of the run before are still in their cooldown.
 */
final class Pool {
    static final int LEASED = 4;

    private final List<String> numbers = new ArrayList<>();

    Pool() {
        long first = 999_000_000_000L + ThreadLocalRandom.current().nextLong(90_000_000) * 10;
        for (int i = 0; i < LEASED + 2; i++) {
            numbers.add("+" + (first + i));
        }
    }

    List<String> leased() {
        return numbers.subList(0, LEASED);
    }

    String unleased() {
        return numbers.get(LEASED);
    }

    int size() {
        return numbers.size();
    }

    /** Brings the numbers in, as an operator would. */
    void importInto(Api operations) throws InterruptedException {
        StringBuilder csv =
                new StringBuilder(
                        "msisdn,country,lineType,environment,carrier,contractRef,licenceRef,"
                                + "acquiredOn,usagePolicy\n");
        for (String number : numbers) {
            csv.append(number)
                    .append(",ZZ,mobile,sandbox,demo,DEMO-1,NONE-NEEDED,2026-01-01,sandbox\n");
        }
        operations.post("/ops/v1/numbers", "text/csv", csv.toString());
    }

    /** Leases the first numbers, as a consumer would; one answer each, with lease and cursor. */
    List<JsonNode> lease(Api consumer) throws InterruptedException {
        List<JsonNode> leases = new ArrayList<>();
        for (String number : leased()) {
            String body =
                    """
                    {"number": "%s", "ttl": "24h", "purpose": "qa_testing"}
                    """
                            .formatted(number);
            leases.add(consumer.post("/v1/leases", "application/json", body));
        }
        return leases;
    }
}
