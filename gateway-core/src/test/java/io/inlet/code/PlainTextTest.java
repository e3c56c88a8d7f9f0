package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CÓDIGO            | codigo
                    Straße            | strasse
                    İSTANBUL ışık     | istanbul isik
                    ＯＴＰ：１２３       | otp:123
                    ٤٨٢٩              | 4829
                    ۴۸۲۹              | 4829
                    ४८२९              | 4829
                    ๔๘๒๙              | 4829
                    كُود ؤ أنا        | کود و انا
                    رمز‌عبور            | رمزعبور
                    12–34‑56          | 12-34-56
                    “code”            | "code"
                    ﬁn                | fin
                    ①②③              | 123
                    𝟏𝟐𝟑               | 123
                    ﾊﾟｽﾜｰﾄﾞ            | パスワード
                    """)
    void forms_of_one_character_become_one(String text, String plain) {
        assertThat(PlainText.of(text)).hasToString(plain);
    }

    @Test
    void decomposed_text_is_the_same_as_composed() {
        String text = "Código パスワード 가입 인증번호 код подтверждения й";
        String decomposed = Normalizer.normalize(text, Form.NFD);
        assertThat(PlainText.of(decomposed)).hasToString(PlainText.of(text).toString());
    }

    @Test
    void what_nobody_sees_is_dropped_and_places_point_into_the_original() {
        String text = "code \u2066482\u200b913\u2069!";
        PlainText plain = PlainText.of(text);
        assertThat(plain).hasToString("code 482913!");
        assertThat(plain.original(5, 11)).isEqualTo("482\u200b913");
        assertThat(plain.original(0, 4)).isEqualTo("code");
    }

    @Test
    void place_of_a_character_that_becomes_several_is_its_own() {
        PlainText plain = PlainText.of("…ß 𝟏x");
        assertThat(plain).hasToString("...ss 1x");
        assertThat(plain.original(3, 5)).isEqualTo("ß");
        assertThat(plain.original(6, 7)).isEqualTo("𝟏");
    }
}
