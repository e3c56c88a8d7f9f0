package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataHeaderTest {
    private static UserDataHeader parse(String hex) {
        return UserDataHeader.parse(Octets.hex(hex));
    }

    @Test
    void reference_of_8_bits_is_read() {
        assertThat(parse("050003ab0302414243"))
                .isEqualTo(new UserDataHeader(6, new Concatenation(0xab, 8, 3, 2)));
    }

    @Test
    void reference_of_16_bits_is_read() {
        assertThat(parse("060804abcd0201"))
                .isEqualTo(new UserDataHeader(7, new Concatenation(0xabcd, 16, 2, 1)));
    }

    @Test
    void concatenation_is_found_behind_other_elements() {
        assertThat(parse("0f" + "05040b8423f0" + "240101" + "0003070402" + "aa" + "4142"))
                .isEqualTo(
                        new UserDataHeader(
                                16,
                                new Concatenation(7, 8, 4, 2),
                                new ShiftTables(1, 0),
                                new Ports(2948, 9200)));
        assertThat(parse("0b05040b8423f00003070402").concatenation())
                .isEqualTo(new Concatenation(7, 8, 4, 2));
    }

    @Test
    void national_tables_and_ports_are_read_and_the_last_of_a_kind_counts() {
        assertThat(parse("03240103").tables()).isEqualTo(new ShiftTables(3, 0));
        assertThat(parse("03250104").tables()).isEqualTo(new ShiftTables(0, 4));
        assertThat(parse("0c" + "240101" + "250106" + "24010d" + "2501ff").tables())
                .isEqualTo(new ShiftTables(13, 255));
        assertThat(parse("0404020102").ports()).isEqualTo(new Ports(1, 2));
        assertThat(parse("0a" + "04020102" + "0504ffff0000").ports())
                .isEqualTo(new Ports(65535, 0));
        assertThat(parse("0a" + "24020101" + "25020101" + "0000").tables())
                .isEqualTo(ShiftTables.DEFAULT);
    }

    @Test
    void element_that_overruns_ends_the_walk_and_what_came_before_counts() {
        UserDataHeader header = parse("09" + "240103" + "0003070201".substring(0, 8) + "7f05");
        assertThat(header.tables()).isEqualTo(new ShiftTables(3, 0));
        assertThat(header.concatenation()).isNull();
        assertThat(parse("08" + "0003070201" + "2502" + "03").concatenation())
                .isEqualTo(new Concatenation(7, 8, 2, 1));
    }

    @Test
    void every_part_of_every_total_is_read_in_both_widths() {
        for (int total = 1; total <= 255; total++) {
            for (int part = 1; part <= total; part += Math.max(1, total / 7)) {
                assertThat(parse("050003ff%02x%02x".formatted(total, part)).concatenation())
                        .isEqualTo(new Concatenation(255, 8, total, part));
                assertThat(parse("06080400ff%02x%02x".formatted(total, part)).concatenation())
                        .isEqualTo(new Concatenation(255, 16, total, part));
            }
        }
    }

    @Test
    void last_concatenation_counts() {
        assertThat(parse("0b0003070402" + "080412340402"))
                .isEqualTo(new UserDataHeader(12, new Concatenation(0x1234, 16, 4, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "050003ab0000",
                "050003ab0203",
                "050003ab0001",
                "050003ab0200",
                "060804abcd0001",
                "060804abcd0103"
            })
    void part_that_cannot_be_is_ignored(String hex) {
        assertThat(parse(hex)).isEqualTo(new UserDataHeader(hex.length() / 2, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "050004ab0201",
                "04000301",
                "0400020102",
                "0500ff010201",
                "0100",
                "00",
                "03080401"
            })
    void element_of_the_wrong_length_is_ignored(String hex) {
        UserDataHeader header = parse(hex + "00".repeat(16));
        assertThat(header.concatenation()).isNull();
        assertThat(header.length()).isEqualTo(1 + Integer.parseInt(hex.substring(0, 2), 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "050003ab02", "ff41424344"})
    void header_longer_than_its_octets_is_kept_as_text(String hex) {
        assertThat(parse(hex)).isEqualTo(new UserDataHeader(0, null));
    }

    @Test
    void arbitrary_octets_never_throw_and_stay_in_bounds() {
        Random random = new Random(20_823);
        for (int i = 0; i < 200_000; i++) {
            byte[] octets = new byte[random.nextInt(24)];
            random.nextBytes(octets);
            if (octets.length > 3 && random.nextBoolean()) {
                octets[0] = (byte) random.nextInt(octets.length);
                octets[1] = (byte) (random.nextBoolean() ? 0 : 8);
                octets[2] = (byte) (random.nextBoolean() ? 3 : 4);
            }
            UserDataHeader header = UserDataHeader.parse(Octets.wrap(octets));
            assertThat(header.length()).isBetween(0, octets.length);
        }
    }
}
