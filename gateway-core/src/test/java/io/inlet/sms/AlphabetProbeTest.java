package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.AlphabetProbe.Guess;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphabetProbeTest {
    /** The test text as an alphabet has it; what it lacks is a question mark or a bare letter. */
    @ParameterizedTest
    @CsvSource({
        "GSM7, 002001200220 1b65 200520 1b3c 20 1b3d",
        "ASCII, 40 20 3f 20 24 20 3f 20 65 20 5b 20 7e",
        "LATIN1, 40 20 a3 20 24 20 3f 20 e9 20 5b 20 7e",
        "UTF8, 40 20 c2a3 20 24 20 e282ac 20 c3a9 20 5b 20 7e",
        "UCS2, 0040 0020 00a3 0020 0024 0020 20ac 0020 00e9 0020 005b 0020 007e",
    })
    void test_text_puts_its_alphabet_first(Alphabet alphabet, String hex) {
        assertThat(first(hex.replace(" ", ""))).isEqualTo(alphabet);
    }

    @Test
    void test_text_in_packed_septets_puts_them_first_with_a_header_and_without() {
        String septets = "\0 \u0001 \u0002 \u001be \u0005 \u001b< \u001b=";
        for (String header : List.of("", "050003420201", "06080400010201")) {
            Octets udh = Octets.hex(header);
            Octets packed = Octets.wrap(PackedSeptetsTest.pack(septets, udh.length()));
            Guess best = AlphabetProbe.probe(udh, packed).getFirst();
            assertThat(best.alphabet()).isEqualTo(Alphabet.GSM7_PACKED);
            assertThat(best.text()).isEqualTo(AlphabetProbe.TEST_TEXT);
            assertThat(best.reason()).startsWith("7 of 7 characters of the test text");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_8859_5, ISO-8859-5, Ваш код для входа 4821",
        "ISO_8859_5, ISO-8859-5, Никому не говорите код: 773102",
        "ISO_8859_8, ISO-8859-8, הקוד שלך הוא 4821",
        "ISO_8859_8, ISO-8859-8, אל תשתף את הקוד 90551 עם אף אחד",
        "KS_C_5601, EUC-KR, 인증번호는 482913 입니다",
        "KS_C_5601, EUC-KR, 로그인 코드 5519를 입력해 주세요",
        "JIS_X_0208, EUC-JP, あなたの確認コードは4821です",
        "JIS_X_0208, Shift_JIS, あなたの確認コードは4821です",
        "JIS_X_0208, Shift_JIS, ログイン用の番号：773102（10分間有効）",
        "ISO_2022_JP, ISO-2022-JP, あなたの確認コードは4821です",
        "UCS2, UTF-16BE, 您的验证码是482913，请勿告诉他人",
        "UCS2, UTF-16BE, Ваш код для входа 4821",
        "UCS2, UTF-16BE, رمز الدخول الخاص بك هو 4821",
        "UTF8, UTF-8, Ваш код для входа 4821",
        "UTF8, UTF-8, Votre code reçu à l’école est 4821",
        "LATIN1, ISO-8859-1, 'Votre code reçu à l''école est 4821'",
        "LATIN1, ISO-8859-1, Übrigens: Ihr Schlüssel für später lautet 4821",
        "ASCII, US-ASCII, Write to help@acme.example for more_info [4821]",
    })
    void text_of_a_language_puts_its_alphabet_first(
            Alphabet alphabet, String charset, String text) {
        byte[] octets = text.getBytes(Charset.forName(charset));
        Guess best = AlphabetProbe.probe(Octets.EMPTY, Octets.wrap(octets)).getFirst();
        assertThat(best.alphabet()).isEqualTo(alphabet);
        assertThat(best.text()).isEqualTo(text);
    }

    @Test
    void bare_pairs_of_japanese_come_first() {
        byte[] euc = "あなたのコードは".getBytes(Charset.forName("EUC-JP"));
        for (int i = 0; i < euc.length; i++) {
            euc[i] &= 0x7f;
        }
        assertThat(first(HexFormat.of().formatHex(euc))).isEqualTo(Alphabet.JIS_X_0208);
    }

    @Test
    void text_that_all_alphabets_share_is_gsm_as_the_most_common() {
        byte[] octets = "Your code is 4821".getBytes(StandardCharsets.US_ASCII);
        List<Guess> guesses = AlphabetProbe.probe(Octets.EMPTY, Octets.wrap(octets));
        assertThat(guesses.subList(0, 4))
                .extracting(Guess::alphabet)
                .containsExactly(Alphabet.GSM7, Alphabet.ASCII, Alphabet.LATIN1, Alphabet.UTF8);
        assertThat(guesses).extracting(Guess::text).contains("Your code is 4821");
        assertThat(guesses.getLast().alphabet()).isEqualTo(Alphabet.BINARY);
    }

    @Test
    void reason_says_what_does_not_fit() {
        List<Guess> guesses = AlphabetProbe.probe(Octets.EMPTY, Octets.hex("43616fe9"));
        assertThat(guesses.getFirst())
                .isEqualTo(
                        new Guess(
                                Alphabet.LATIN1,
                                "Caoé",
                                100,
                                "4 of 4 characters are everyday ones"));
        assertThat(guesses)
                .filteredOn(guess -> guess.alphabet() == Alphabet.GSM7)
                .extracting(Guess::reason)
                .containsExactly(
                        "4 of 4 characters are everyday ones; octets above 7F are no septets");
        assertThat(guesses)
                .filteredOn(guess -> guess.alphabet() == Alphabet.ASCII)
                .extracting(Guess::reason)
                .containsExactly("3 of 4 characters are everyday ones, 1 cannot be read");
        assertThat(guesses.getFirst()).hasToString("guess LATIN1, 100");
    }

    @Test
    void arbitrary_octets_are_ranked_the_same_each_time() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] octets = new byte[random.nextInt(60)];
            byte[] header = new byte[random.nextInt(4)];
            random.nextBytes(octets);
            random.nextBytes(header);
            List<Guess> guesses = AlphabetProbe.probe(Octets.wrap(header), Octets.wrap(octets));
            assertThat(guesses).hasSize(Alphabet.values().length);
            assertThat(AlphabetProbe.probe(Octets.wrap(header), Octets.wrap(octets)))
                    .isEqualTo(guesses);
            assertThat(guesses).allMatch(guess -> guess.score() >= 0 && guess.score() <= 100);
        }
    }

    private static Alphabet first(String hex) {
        return AlphabetProbe.probe(Octets.EMPTY, Octets.hex(hex)).getFirst().alphabet();
    }
}
