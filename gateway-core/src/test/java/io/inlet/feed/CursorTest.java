package io.inlet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inlet.tenant.TenantId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final TenantId OURS = new TenantId(new UUID(1, 2));
    private static final TenantId THEIRS = new TenantId(new UUID(3, 4));
    private static final LocalDate DAY = LocalDate.of(2031, 4, 2);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 270_415, Long.MAX_VALUE})
    void cursor_survives_its_text(long sequence) {
        Cursor cursor = new Cursor(OURS, DAY, sequence);
        assertThat(Cursor.parse(cursor.text(), OURS)).isEqualTo(cursor);
    }

    @Test
    void text_needs_no_escaping_in_a_url() {
        assertThat(new Cursor(OURS, DAY, Long.MAX_VALUE).text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void cursor_of_another_tenant_is_refused() {
        String text = new Cursor(THEIRS, DAY, 5).text();
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text, OURS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "****",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "é",
                "AAAAAAAAAAAAAAAAAAAAAAA="
            })
    void what_is_no_cursor_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text, OURS));
    }

    @Test
    void negative_sequence_is_refused() {
        byte[] octets = Base64.getUrlDecoder().decode(new Cursor(OURS, DAY, 5).text());
        ByteBuffer.wrap(octets).putLong(8, -1);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(forged, OURS));
    }
}
