package io.inlet.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final UUID ROW = new UUID(1, 2);
    private static final byte[] PLAIN = "kept from all eyes".getBytes(StandardCharsets.UTF_8);
    private static final ContentKey KEY = key(1);

    private static ContentKey key(int seed) {
        byte[] octets = new byte[ContentKey.OCTETS];
        octets[0] = (byte) seed;
        return ContentKey.of(new UUID(0, seed), octets);
    }

    private static void assertBroken(ContentKey key, UUID row, int version, Octets sealed) {
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> Seal.open(key, row, version, sealed));
    }

    @Test
    void sealed_content_opens_for_its_key_row_and_version() {
        assertThat(Seal.open(KEY, ROW, 3, Seal.seal(KEY, ROW, 3, PLAIN))).isEqualTo(PLAIN);
        assertThat(Seal.open(KEY, ROW, 3, Seal.seal(KEY, ROW, 3, new byte[0]))).isEmpty();
    }

    @Test
    void sealed_content_does_not_open_elsewhere() {
        Octets sealed = Seal.seal(KEY, ROW, 3, PLAIN);
        assertBroken(key(2), ROW, 3, sealed);
        assertBroken(KEY, new UUID(1, 3), 3, sealed);
        assertBroken(KEY, ROW, 4, sealed);
    }

    @Test
    void every_changed_octet_is_noticed() {
        byte[] sealed = Seal.seal(KEY, ROW, 1, PLAIN).array();
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertBroken(KEY, ROW, 1, Octets.wrap(changed));
        }
    }

    @Test
    void every_cut_is_noticed() {
        Octets sealed = Seal.seal(KEY, ROW, 1, PLAIN);
        for (int length = 0; length < sealed.length(); length++) {
            assertBroken(KEY, ROW, 1, sealed.slice(0, length));
        }
    }

    @Test
    void sealing_twice_gives_different_octets() {
        assertThat(Seal.seal(KEY, ROW, 1, PLAIN)).isNotEqualTo(Seal.seal(KEY, ROW, 1, PLAIN));
    }

    @Test
    void sealed_octets_hold_nothing_of_the_content() {
        String sealed =
                new String(Seal.seal(KEY, ROW, 1, PLAIN).array(), StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain("kept", "eyes");
    }

    @Test
    void key_of_another_length_is_refused_and_never_shown() {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentKey.of(ROW, new byte[16]));
        assertThat(KEY.toString()).isEqualTo("content key " + KEY.id());
    }
}
