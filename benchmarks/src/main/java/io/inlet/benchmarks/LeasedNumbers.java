package io.inlet.benchmarks;

import io.inlet.app.SandboxClient;
import java.util.ArrayList;
import java.util.List;

/** Sets a gateway up with leased sandbox numbers, over HTTP. */
final class LeasedNumbers {
    static final int TENANTS = 10;

    private LeasedNumbers() {}

    /**
     * A lease as its lessee knows it.
     *
     * @param key the tenant's API key
     * @param id the lease's id
     * @param cursor where its messages begin
     */
    record LeasedNumber(String key, String id, String cursor) {
        /** Leaves the key out. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** Leases numbers counting up from the first of a load, in equal shares for ten tenants. */
    static List<LeasedNumber> make(Stage stage, int numbers) throws Exception {
        int share = numbers / TENANTS;
        List<LeasedNumber> leases = new ArrayList<>();
        try (SandboxClient client =
                new SandboxClient(stage.gateway().http(), stage.gateway().ops(), stage.opsKey())) {
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                long first = LoadOrder.FIRST_NUMBER + (long) tenant * share;
                for (SandboxClient.Leased lease : client.lease(first, share)) {
                    leases.add(new LeasedNumber(client.key(), lease.id(), lease.cursor()));
                }
            }
        }
        return leases;
    }
}
