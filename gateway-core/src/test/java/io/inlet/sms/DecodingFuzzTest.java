package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecodingFuzzTest {
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @EnumSource(Alphabet.class)
    void arbitrary_octets_become_text_that_postgresql_takes(Alphabet alphabet) {
        Random random = new Random(alphabet.name().hashCode());
        for (int i = 0; i < ROUNDS; i++) {
            List<UserData> parts = new ArrayList<>();
            for (int part = random.nextInt(4); part >= 0; part--) {
                Octets header = random.nextBoolean() ? octets(random, 8) : national(random);
                parts.add(new UserData(alphabet, header, octets(random, 40)));
            }
            assertTakesIt(TextDecoder.decode(parts));
        }
    }

    @Test
    void arbitrary_mixtures_of_alphabets_become_text_that_postgresql_takes() {
        Random random = new Random(815);
        Alphabet[] alphabets = Alphabet.values();
        for (int i = 0; i < ROUNDS; i++) {
            List<UserData> parts = new ArrayList<>();
            for (int part = random.nextInt(5); part >= 0; part--) {
                Alphabet alphabet = alphabets[random.nextInt(alphabets.length)];
                parts.add(new UserData(alphabet, Octets.EMPTY, octets(random, 12)));
            }
            assertTakesIt(TextDecoder.decode(parts));
        }
    }

    @Test
    void arbitrary_addresses_are_read_without_an_exception() {
        Random random = new Random(99);
        String likely = "+0123456789 -.()aé\u0000\u0011\u001b\u00c3\u00a9";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                boolean any = random.nextInt(10) == 0;
                value.append(
                        any
                                ? (char) random.nextInt(256)
                                : likely.charAt(random.nextInt(likely.length())));
            }
            Address address = new Address(random.nextInt(8), random.nextInt(20), value.toString());
            assertTakesIt(SenderReader.read(address).display());
            AddressRules rules = rules(random);
            NameAlphabet[] names = NameAlphabet.values();
            Address source =
                    AddressReader.source(address, rules, names[random.nextInt(names.length)]);
            assertTakesIt(source.value());
            assertTakesIt(SenderReader.read(source, Envelope.of(address, address)).display());
            assertThat(AddressReader.destination(address, rules)).isNotNull();
        }
    }

    private static AddressRules rules(Random random) {
        return new AddressRules(
                random.nextBoolean() ? List.of("+", "00", "1") : List.of(),
                random.nextBoolean() ? "+33" : null,
                random.nextBoolean() ? "FR" : null);
    }

    private static Octets national(Random random) {
        byte single = (byte) random.nextInt(16);
        byte locking = (byte) random.nextInt(16);
        return Octets.wrap(new byte[] {6, 0x24, 1, single, 0x25, 1, locking});
    }

    // Half of the octets are those that decoders trip over.
    private static Octets octets(Random random, int most) {
        int[] special = {0x00, 0x1b, 0xd8, 0xdc, 0xfe, 0xff, 0xed, 0xa0, 0xf0, 0x0d};
        byte[] octets = new byte[random.nextInt(most + 1)];
        for (int i = 0; i < octets.length; i++) {
            boolean any = random.nextBoolean();
            octets[i] =
                    (byte) (any ? random.nextInt(256) : special[random.nextInt(special.length)]);
        }
        return Octets.wrap(octets);
    }

    private static void assertTakesIt(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            assertThat(text).as("text with NUL or a lone surrogate").isEmpty();
        }
    }
}
