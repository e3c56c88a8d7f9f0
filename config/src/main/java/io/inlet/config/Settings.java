package io.inlet.config;

import io.inlet.alarm.AlarmSettings;
import io.inlet.http.HttpSettings;
import io.inlet.http.OpsSettings;
import io.inlet.intake.IntakeSettings;
import io.inlet.lease.LeasePolicy;
import io.inlet.persistence.CommitSettings;
import io.inlet.persistence.DatabasePools;
import io.inlet.persistence.DatabaseSettings;
import io.inlet.persistence.KeySettings;
import io.inlet.sandbox.SandboxSettings;
import io.inlet.settings.Default;
import io.inlet.settings.Durations;
import io.inlet.smpp.BindSettings;
import io.inlet.smpp.CarrierSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All that a gateway is told by its files.
 *
 * @param node its name among the gateways on one database, 1 to 63 of a-z, 0-9 and -
 * @param database where messages are kept
 * @param keys where the keys are that are not in the database
 * @param http the consumers' listener
 * @param ops the operators' listener
 * @param intake bounds of what is under way
 * @param commit how messages are committed
 * @param leases how long leases may run
 * @param alarms when an operator is told that a bind is not as usual
 * @param sandbox whether sandbox tenants may send themselves messages
 * @param carriers whom to bind to; may be none, and the gateway then only serves what it has
 * @param log what is logged
 */
public record Settings(
        String node,
        DatabaseSettings database,
        KeySettings keys,
        @Default("{}") HttpSettings http,
        OpsSettings ops,
        @Default("{}") IntakeSettings intake,
        @Default("{}") CommitSettings commit,
        @Default("{}") LeasePolicy leases,
        @Default("{}") AlarmSettings alarms,
        @Default("{}") SandboxSettings sandbox,
        @Default("[]") List<CarrierSettings> carriers,
        @Default("{}") LogSettings log) {
    private static final Pattern NODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Settings {
        carriers = List.copyOf(carriers);
        List<String> refusals = new ArrayList<>();
        if (!NODE.matcher(node).matches()) {
            refusals.add("node: expected 1 to 63 of a-z, 0-9 and -, found " + Quoted.of(node));
        }
        int least = intake.lanes() + DatabasePools.LEAST_BESIDE_LANES;
        if (database.connections() < least) {
            refusals.add(
                    "database.connections: expected %d or more for intake.lanes %d, found %d"
                            .formatted(least, intake.lanes(), database.connections()));
        }
        if (http.port() != 0 && http.port() == ops.port() && http.address().equals(ops.address())) {
            refusals.add("ops.port: expected another than http.port, found " + ops.port());
        }
        for (CarrierSettings carrier : carriers) {
            if (sandbox.enabled() && carrier.name().equals(SandboxSettings.CARRIER)) {
                refusals.add(
                        "sandbox.enabled: expected no carrier named sandbox beside it, found one");
            }
            for (BindSettings bind : carrier.binds()) {
                if (intake.patience().compareTo(bind.timers().responseBudget()) >= 0) {
                    // Deferred only then, it would be answered too late for the carrier.
                    refusals.add(
                            "intake.patience: expected less than timers.responseBudget of %s/%s (%s), found %s"
                                    .formatted(
                                            carrier.name(),
                                            bind.name(),
                                            Durations.write(bind.timers().responseBudget()),
                                            Durations.write(intake.patience())));
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
    }
}
