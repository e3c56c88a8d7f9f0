package io.inlet.app;

import io.inlet.config.Settings;
import io.inlet.persistence.ContentKeys;
import io.inlet.persistence.Database;
import io.inlet.persistence.DatabaseLogin;
import io.inlet.persistence.DatabasePools;
import io.inlet.persistence.EmbeddedServer;
import io.inlet.persistence.KnownCodeRules;
import io.inlet.persistence.MasterKeys;
import io.inlet.persistence.Partitions;
import io.inlet.persistence.PostgresSessions;
import io.inlet.persistence.Pruning;
import io.inlet.smpp.CarrierSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * The keys, and the database that they fit, held against other gateways and looked after. What it
 * opens goes on the close stack.
 *
 * @param keys the keys that are not in the database
 * @param pools the database
 * @param contentKeys the keys that are in it
 * @param partitions makes the tables of days
 * @param sessions what is known of sessions
 * @param binds this gateway's binds, whose slots it holds
 * @param codeRules what tenants say of their own senders' codes
 */
record Storage(
        MasterKeys keys,
        DatabasePools pools,
        ContentKeys contentKeys,
        Partitions partitions,
        PostgresSessions sessions,
        BindRegistry binds,
        KnownCodeRules codeRules) {

    /**
     * What it is opened for.
     *
     * @param carriers all to bind to, the gateway's own included
     */
    record Need(Settings settings, List<CarrierSettings> carriers, InstantSource clock) {}

    static Storage open(Need need, Consumer<String> progress, CloseStack stack) {
        Settings settings = need.settings();
        InstantSource clock = need.clock();
        MasterKeys keys = MasterKeys.create(settings.keys().directory());
        DatabaseLogin login = login(settings, progress, stack);
        progress.accept("bringing the database up to date");
        int lanes = settings.intake().lanes();
        DatabasePools pools =
                stack.push(
                        "database", DatabasePools.open(login, settings.database(), lanes, clock));
        keys.checkAgainst(pools.readers());
        PostgresSessions sessions = new PostgresSessions(pools.intake(), settings.node(), clock);
        var place = new BindRegistry.Place(settings.node(), login, settings.database());
        BindRegistry binds =
                stack.push("slots", BindRegistry.open(place, sessions, need.carriers()));
        ContentKeys contentKeys = new ContentKeys(pools.intake(), keys);
        Partitions partitions = lookAfter(settings, pools, clock, stack);
        KnownCodeRules codeRules = stack.push("code rules", new KnownCodeRules(pools.readers()));
        codeRules.start();
        return new Storage(keys, pools, contentKeys, partitions, sessions, binds, codeRules);
    }

    /** For everything but the path of a message. */
    Database readers() {
        return pools.readers();
    }

    private static DatabaseLogin login(
            Settings settings, Consumer<String> progress, CloseStack stack) {
        var external = settings.database().external();
        if (external != null) {
            return DatabaseLogin.of(external);
        }
        return stack.push(
                        "embedded PostgreSQL", EmbeddedServer.start(settings.database(), progress))
                .login();
    }

    private static Partitions lookAfter(
            Settings settings, DatabasePools pools, InstantSource clock, CloseStack stack) {
        Partitions partitions = stack.push("partitions", new Partitions(pools.intake(), clock));
        partitions.start();
        var horizon = settings.commit().redeliveryHorizon();
        Pruning pruning = stack.push("pruning", new Pruning(pools.readers(), horizon, clock));
        pruning.start();
        return partitions;
    }
}
