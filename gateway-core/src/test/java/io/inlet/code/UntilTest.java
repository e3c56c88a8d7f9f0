package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntilTest {
    private static final CueExtractor EXTRACTOR = new CueExtractor();

    private static @Nullable String until(String text) {
        CodeReading reading = EXTRACTOR.read(text, "");
        assertThat(reading.code()).isEqualTo("482913");
        LocalMoment until = reading.validUntil();
        return until == null ? null : until.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your login code is 482913, valid until 14:35.| 14:35",
                "Your login code is 482913. It expires at 2:35 pm.| 14:35",
                "Enter code 482913 before 14:35.| 14:35",
                "482913 is your one-time code to pay USD 1,250.00 at Lindenhof with the card that"
                        + " ends in 4471. It is valid till 14:35.| 14:35",
                "Login code 482913 for your order of EUR 1,250 is valid till 14:35.| 14:35",
                "Your code 482913 is good until 2 PM today.| 14:00",
                "Ihr Code lautet 482913 und gilt bis 14.35 Uhr.| 14:35",
                "Ihr Bestätigungscode: 482913. Gültig bis 14:35 Uhr am 12.03.| 03-12T14:35",
                "Anmeldecode 482913, gültig bis 17 Uhr| 17:00",
                "Votre code de connexion est 482913, à saisir avant 18h30.| 18:30",
                "Votre code de connexion : 482913. Valable jusqu'à 18 h.| 18:00",
                "Tu código de acceso es 482913, válido hasta las 14:35 h.| 14:35",
                "Il tuo codice di accesso: 482913. Valido fino alle ore 14.35.| 14:35",
                "Ваш код для входа: 482913, действует до 14:35.| 14:35",
                "Код подтверждения 482913. Введите его до 14:35 МСК.| 14:35",
                "Twój kod logowania to 482913, ważny do godz. 14:35.| 14:35",
                "인증번호는 482913 입니다. 14:35까지 유효합니다.| 14:35",
                "인증번호 482913 (오후 2시 35분까지 입력)| 14:35",
                "認証コードは482913です。14:35まで有効です。| 14:35",
                "認証コード：482913 有効期限：3月12日14時35分| 03-12T14:35",
                "验证码482913，有效期至2031年3月12日14:35。| 2031-03-12T14:35",
                "验证码482913，请在下午2点35分前输入。| 14:35",
                "आपका ओटीपी 482913 है, 14:35 तक मान्य।| 14:35",
                "Giriş kodunuz 482913, saat 14:35'e kadar geçerlidir.| 14:35",
                "Din inloggningskod är 482913, giltig till kl. 14.35.| 14:35",
                "Je inlogcode is 482913, geldig tot 14:35 uur.| 14:35",
                "O seu código de acesso é 482913, válido até às 14h35.| 14:35",
                "Bejelentkezési kódja: 482913, 14:35-ig érvényes.| 14:35",
                "Kirjautumiskoodisi on 482913, voimassa klo 14.35 asti.| 14:35",
                "รหัส OTP ของคุณคือ 482913 ใช้ได้ถึง 14.35 น.| 14:35",
                "Ο κωδικός σύνδεσης είναι 482913, ισχύει έως τις 14:35.| 14:35",
                "Mã đăng nhập của bạn là 482913, có hiệu lực đến 14:35.| 14:35",
                "Ваш код для входу: 482913, діє до 14:35.| 14:35",
                "Kode masuk Anda 482913, berlaku hingga 14:35.| 14:35",
                "رمز الدخول 482913 صالح حتى الساعة 14:35| 14:35"
            })
    void time_of_day_is_read_in_many_languages(String text, String moment) {
        assertThat(until(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your login code is 482913, valid until 14:35 on 12.03.| 03-12T14:35",
                "Your login code is 482913. Valid until 12.03.2031.| 2031-03-12",
                "Your login code is 482913. Valid until 2031-03-12 14:35| 2031-03-12T14:35",
                "Your login code is 482913, valid until 12 March 2031.| 2031-03-12",
                "Your login code is 482913, valid until March 12, 2031, 2:35 pm| 2031-03-12T14:35",
                "Your login code is 482913, valid till 12th of March| 03-12",
                "Your login code is 482913, valid until 25/12/2031| 2031-12-25",
                "Your login code is 482913, valid until 12/25 6pm| 12-25T18:00",
                "Ihr Code 482913 ist gültig bis 12. März 2031, 14.35 Uhr.| 2031-03-12T14:35",
                "Ihr Code 482913 gilt bis 12.03. 14.35 Uhr| 03-12T14:35",
                "Ihr Code 482913 gilt bis 12:10 am 12.03.| 03-12T12:10",
                "Votre code 482913 est valable jusqu'au 12 mars 2031 à 18h30.| 2031-03-12T18:30",
                "Tu código 482913 es válido hasta el 12 de marzo de 2031.| 2031-03-12",
                "Ваш код для входа: 482913, действует до 12 марта, 14:35| 03-12T14:35",
                "인증번호 482913, 3월 12일 14:35까지 유효| 03-12T14:35",
                "รหัส OTP 482913 ใช้ได้ถึง 12/03/2574 14:35 น.|",
                "รหัส OTP 482913 ใช้ได้ถึง 12 มีนาคม 2574 14:35 น.| 2031-03-12T14:35",
                "Your login code is 482913, valid until 24:00 on 12.03.2031| 2031-03-12",
                "Your login code is 482913, valid until 24:00| 00:00",
                "Your login code is 482913, valid until 12:10 am| 00:10",
                "Your login code is 482913, valid until 14:35:20 UTC| 14:35:20Z",
                "Your login code is 482913, valid until 14:35 GMT+5:30| 14:35+05:30"
            })
    void date_is_read_too(String text, @Nullable String moment) {
        assertThat(until(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your login code is 482913, valid 14:05-14:35.| 14:35",
                "Your login code is 482913. Valid from 14:05 to 14:35.|",
                "Your login code is 482913. Valid from 14:05 until 14:35.| 14:35",
                "Ihr Code 482913 gilt von 14:05 bis 14:35 Uhr.| 14:35",
                "Ваш код 482913 действует с 14:05 до 14:35.| 14:35",
                "認証コード482913 有効期限 14:05〜14:35| 14:35",
                "Your code 482913 is valid 12.03. 14:05 - 12.03. 14:35| 03-12T14:35",
                "Your code 482913 is valid 12.03.2031 14:05 - 14:35| 2031-03-12T14:35",
                "Your code 482913 is valid 12.03.2031 23:50 - 00:10| 00:10"
            })
    void end_of_a_window_counts(String text, @Nullable String moment) {
        assertThat(until(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "Your login code is 482913. Your appointment on 12.03.2031 at 14:35 is confirmed.",
        "Your login code is 482913. Call us until 18:00.",
        "Your login code is 482913. Our hotline is open until 18:00.",
        "Your login code is 482913. We are open until 18:00.",
        "Your login code is 482913. The sale ends before 18:00.",
        "Your login code is 482913. Membership valid until 12.03.2031.",
        "Your login code is 482913. Your parcel arrives before 18:00.",
        "Ihr Anmeldecode: 482913. Wir sind bis 18 Uhr für Sie da.",
        "Ihr Anmeldecode: 482913. Angebot gültig bis 12.03.2031.",
        "Ihr Anmeldecode: 482913. Die Lieferung kommt bis 14:35 Uhr.",
        "Votre code de connexion : 482913. Notre agence est ouverte jusqu'à 18h30.",
        "Ваш код для входа: 482913. Доставка до 14:35.",
        "Your login code is 482913. Signed in at 14:35.",
        "Your login code is 482913 and good 24/7 for you.",
        "Your login code is 482913. Thanks. Valid is your card. It lasts until 14:35.",
        "Giriş kodunuz 482913. Saat 14:35'te istendi."
    })
    void validity_of_another_thing_is_not_the_codes(String text) {
        assertThat(until(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Your login code is 482913. Valid until 03/12/2031.",
        "Your login code is 482913. Valid until 12.03",
        "Your login code is 482913. Valid until 1410/12/21.",
        "Your login code is 482913. Valid until 25:10.",
        "Your login code is 482913. Valid until 31.02.2031.",
        "Your login code is 482913. Valid until 1.25% more."
    })
    void what_cannot_be_told_is_not_guessed(String text) {
        assertThat(until(text)).isNull();
    }

    @Test
    void span_wins_over_a_moment() {
        CodeReading reading =
                EXTRACTOR.read("Code 482913 is valid for 10 minutes, until 14:35.", "");
        assertThat(reading.validFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(reading.validUntil()).isNull();
    }

    @Test
    void few_hours_are_a_span() {
        CodeReading reading =
                EXTRACTOR.read("Tu código de acceso es 482913, válido hasta 2 horas.", "");
        assertThat(reading.validFor()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void hour_of_the_day_is_no_span() {
        CodeReading reading = EXTRACTOR.read("Ваш код 482913 действует до 18 часов", "");
        assertThat(reading.validFor()).isNull();
        assertThat(String.valueOf(reading.validUntil())).isEqualTo("18:00");
    }
}
