package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invariant 6. */
class ContentIsSealedTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final List<String> SECRETS =
            List.of(
                    "wintergreen",
                    "summerbreak",
                    "autumnleaf",
                    "springtide",
                    "snowdrop",
                    "707172",
                    Sms.SENDER);

    @Test
    void content_is_sealed_at_rest() {
        try (Stores stores = new Stores(db)) {
            Leased leased = stores.leased(Environment.LIVE);
            stores.commit(
                    List.of(
                            Sms.to(leased.msisdn(), "wintergreen 707172", NOON),
                            Sms.to("15550001234", "summerbreak for nobody", NOON),
                            Sms.to(leased.msisdn(), "autumnleaf waits", NOON).part(1, 2, 1)));
            stores.commit(Sms.to(leased.msisdn(), "snowdrop ", NOON).part(2, 2, 1));
            stores.clockAt(NOON.plus(CommitSettings.DEFAULT.reassemblyTimeout()));
            stores.overdue.deliver();
            stores.commit(Sms.to(leased.msisdn(), "daffodil", NOON).part(2, 2, 2));
            stores.messages.commit(
                    List.of(stores.raw(Sms.to(leased.msisdn(), "springtide raw", NOON))));
            assertThat(stores.textsSeenBy(leased))
                    .contains("wintergreen 707172", "snowdrop daffodil");
        }
        List<String> rows = allRows();
        assertThat(rows).anyMatch(row -> row.startsWith("messages_"));
        assertThat(rows).anyMatch(row -> row.startsWith("segment"));
        assertThat(rows).anyMatch(row -> row.startsWith("quarantine"));
        assertThat(rows).anyMatch(row -> row.startsWith("message_version"));
        for (String secret : SECRETS) {
            for (String form : forms(secret)) {
                assertThat(rows).noneMatch(row -> row.contains(form));
            }
        }
    }

    /** Every row of every table as text, bytea in hexadecimal. */
    private static List<String> allRows() {
        List<String> rows = new ArrayList<>();
        var tables =
                db.database()
                        .dsl()
                        .fetch(
                                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                                        + " AND relnamespace = 'public'::regnamespace")
                        .into(String.class);
        for (String table : tables) {
            db.database()
                    .dsl()
                    .fetch("SELECT t::text FROM \"" + table + "\" t")
                    .into(String.class)
                    .forEach(row -> rows.add(table + row));
        }
        return rows;
    }

    private static List<String> forms(String secret) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                HexFormat.of().formatHex(octets),
                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_16BE)),
                Base64.getEncoder().withoutPadding().encodeToString(octets));
    }
}
