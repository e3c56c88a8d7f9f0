package io.inlet.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.id.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final UUID ID = Uuid7.mint(Instant.EPOCH);

    @Test
    void key_survives_what_its_owner_sees() {
        ApiKey key = ApiKey.mint(ID);
        ApiKey presented = Objects.requireNonNull(ApiKey.parse(key.reveal()));
        assertThat(presented).isEqualTo(key);
        assertThat(presented.hash()).isEqualTo(key.hash());
        assertThat(key.reveal()).matches("key_[0-9a-z]{26}\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void two_keys_of_one_id_have_different_secrets_and_hashes() {
        ApiKey one = ApiKey.mint(ID);
        ApiKey two = ApiKey.mint(ID);
        assertThat(one.secret()).isNotEqualTo(two.secret());
        assertThat(one.hash()).isNotEqualTo(two.hash());
        assertThat(one.hash().length()).isEqualTo(32);
    }

    @Test
    void secret_stays_out_of_the_text_form() {
        ApiKey key = ApiKey.mint(ID);
        assertThat(key.toString()).isEqualTo(key.id().toString()).doesNotContain(key.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "key_",
                "key_.",
                "lea_00000000000000000000000000.x",
                "key_00000000000000000000000000"
            })
    void what_is_no_key_is_null(String text) {
        assertThat(ApiKey.parse(text)).isNull();
    }
}
