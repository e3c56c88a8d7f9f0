package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueExtractorTest {
    private static final CodeExtractor EXTRACTOR = new CueExtractor();

    private static CodeReading read(String text) {
        return EXTRACTOR.read(text, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Your verification code is 270415                                     | 270415
                    270415 is your Lindenhof verification code. Do not share it.         | 270415
                    Lindenhof: use OTP 8812 to log in. Valid for 5 minutes.              | 8812
                    Your one-time password: 5567 1203                                    | 55671203
                    Enter code 270-415 to finish your sign-up                            | 270415
                    Code:270415                                                          | 270415
                    Your Lindenhof passcode is K7XQ92                                    | K7XQ92
                    OTP-270415 confirms EUR 1,250.00 at Shop 24                          | 270415
                    Ihr Bestätigungscode lautet 270415. Er gilt 10 Minuten.              | 270415
                    Votre code de vérification est : 270 415                             | 270415
                    Su código de verificación es 270415, caduca en 5 minutos             | 270415
                    O seu código de segurança é 270415                                   | 270415
                    Il tuo codice di verifica è 270415                                   | 270415
                    Je inlogcode is 270415                                               | 270415
                    Twój kod weryfikacyjny: 270415                                       | 270415
                    Ваш код подтверждения: 270415. Никому не сообщайте его.              | 270415
                    Lindenhof giriş için doğrulama kodunuz 270415                        | 270415
                    رمز التحقق الخاص بك هو 270415                                          | 270415
                    رمز التحقق: ٢٧٠٤١٥                                                     | 270415
                    کد تایید شما: ۲۷۰۴۱۵                                                   | 270415
                    【林登霍夫】您的验证码是270415,5分钟内有效,请勿告知他人。                   | 270415
                    您的驗證碼為 270415，請於10分鐘內輸入                                    | 270415
                    認証コード：270415 このコードを入力してください                            | 270415
                    [린덴] 인증번호 270415 를 입력해 주세요                                  | 270415
                    Mã xác thực của bạn là 270415                                        | 270415
                    Kode verifikasi Anda adalah 270415                                   | 270415
                    """)
    void code_is_found_in_the_languages_of_carriers(String text, String code) {
        assertThat(read(text).code()).isEqualTo(code);
        assertThat(read(text).kind()).isEqualTo(Kind.ONE_TIME_CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your order 482913 has shipped and arrives on 12.03.2031",
                "Parcel 55120934 waits for you until 18:00, locker 114",
                "Your appointment with Dr. Lind is on 2031-04-02 at 14:30",
                "Reminder: flight LX1612 leaves from gate B42",
                "Card ending 4421 was charged $482.90 at Corner Shop",
                "Your balance is 4829 EUR. Call 0800 123 456 for help",
                "Your code cannot be shared, please call (030) 123-4567",
                "Never share your code with anyone. Questions: 4440333",
                "20% off everything with coupon code SPRING24",
                "Ihre Sendung 00340434161 kommt heute zwischen 10:00 und 12:00",
                "Votre colis 8421337 est disponible, commande 99812",
                "Su cita es el 14 de marzo, reserva 55120",
                "您的快递单号 55120934 已送达",
                "ご注文番号 5512093 の商品を発送しました",
                "طلبك رقم 551209 في الطريق",
                "See you at 1830, bus 4127",
                "Sign in at https://example.test/code/482913?otp=551209",
                "Appointment confirmed on 310326 with Dr Lind",
                "Inspection on 260331, please be at home",
                "",
            })
    void number_that_is_no_code_is_left_alone(String text) {
        assertThat(read(text).code()).isNull();
    }

    @Test
    void one_of_two_numbers_is_not_guessed() {
        CodeReading reading = read("Your code 1234 or 5678");
        assertThat(reading.code()).isNull();
        assertThat(reading.candidates()).containsExactlyInAnyOrder("1234", "5678");
    }

    @Test
    void number_is_not_named_by_what_an_amount_stands_for() {
        assertThat(read("Your OTP for the transfer of amount INR 2000  is 270415.").code())
                .isEqualTo("270415");
    }

    @Test
    void amount_account_and_phone_beside_a_code_are_not_taken() {
        CodeReading reading =
                read(
                        "OTP for card ending 4421, USD 1,250.00 at 18:30 on 2031-04-02, is 270415."
                                + " Not you? Call +49 30 1234567");
        assertThat(reading.code()).isEqualTo("270415");
        assertThat(reading.purpose()).isEqualTo(Purpose.UNKNOWN);
    }

    @Test
    void code_bound_to_an_origin_wins() {
        CodeReading reading = read("Your code for order 551209 is here.\n\n@shop.example #270415");
        assertThat(reading.code()).isEqualTo("270415");
        assertThat(reading.confidence()).isEqualTo(1);
    }

    @Test
    void issuers_prefix_is_shown_and_left_out_of_the_code() {
        CodeReading reading = read("G-270415 is your Google verification code.");
        assertThat(reading.code()).isEqualTo("270415");
        assertThat(reading.display()).isEqualTo("G-270415");
        assertThat(reading.brand()).isEqualTo("Google");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    【林登霍夫】验证码270415            | 林登霍夫
                    [Linden] Code: 270415              | Linden
                    Linden: your code is 270415        | Linden
                    Your Linden access code is 270415  | Linden
                    270415 is your Linden Hof code     | Linden Hof
                    RM0.00 Linden Hof: your PIN is 270415 | Linden Hof
                    Hello, Helen! Your code for Linden is 270415 | Linden
                    Welcome to *Linden* - the market. Code: *270415* | Linden
                    """)
    void issuer_is_named(String text, String brand) {
        assertThat(read(text).brand()).isEqualTo(brand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola, Marta! Tu código es 270415",
                "Dein Code lautet *270415*. Aus Sicherheitsgründen solltest du ihn nicht teilen.",
                "Your code: 270415. Enter it at https://shop.test/guardian",
                "Haslo jednorazowe nr 3 do operacji: 77120394. Kwota 120,00 PLN"
            })
    void nobody_is_named_by_a_greeting_a_noun_a_link_or_a_currency(String text) {
        assertThat(read(text).brand()).isNull();
    }

    @Test
    void sender_names_the_issuer_if_the_text_does_not() {
        assertThat(EXTRACTOR.read("Your code is 270415", "Linden").brand()).isEqualTo("Linden");
        assertThat(EXTRACTOR.read("Your code is 270415", "+4915112345678").brand()).isNull();
        assertThat(EXTRACTOR.read("Your code is 270415", "INFO").brand()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Your code is 270415, it expires in 5 minutes | 300
                    验证码270415,10分钟内有效                      | 600
                    Code 270415. Valid for 1 hour.               | 3600
                    Ihr Code 270415 ist 90 Sekunden gültig       | 90
                    Code 270415. It expires in 5m0s.             | 300
                    Ikhodi yakho ngu-270415. Isebenza imizuzu eyi-10. | 600
                    """)
    void validity_is_read(String text, long seconds) {
        assertThat(read(text).validFor()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void purpose_is_read() {
        assertThat(read("Use code 270415 to log in").purpose()).isEqualTo(Purpose.LOGIN);
        assertThat(read("您正在注册,验证码270415").purpose()).isEqualTo(Purpose.REGISTRATION);
        assertThat(read("Code 270415 for your payment").purpose()).isEqualTo(Purpose.PAYMENT);
    }

    @Test
    void code_that_opens_a_door_is_no_one_time_code() {
        CodeReading reading = read("Your parcel is here. Pickup code: 270415");
        assertThat(reading.code()).isNull();
        assertThat(reading.kind()).isEqualTo(Kind.PIN);
        assertThat(reading.candidates()).containsExactly("270415");
    }

    @Test
    void message_without_a_code_is_told_by_its_kind() {
        assertThat(read("Your order has shipped").kind()).isEqualTo(Kind.NOTIFICATION);
        assertThat(read("Voucher inside").kind()).isEqualTo(Kind.PROMO);
        assertThat(read("Sign-in from a new device").kind()).isEqualTo(Kind.SECURITY_ALERT);
        assertThat(read("Are you there?").kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void warning_about_a_driver_makes_no_code_that_opens_a_door() {
        assertThat(read("Your Uber code is 4829. Never share it with your driver.").code())
                .isEqualTo("4829");
        assertThat(read("Your PIN is 4829. Tell it to your driver.").kind()).isEqualTo(Kind.PIN);
    }

    @ParameterizedTest
    @CsvSource({
        "A phone number was added. Please use the following code to verify it 4Y2QKF, 4Y2QKF",
        "Na jeho overenie použite nasledujúci kód HXDGTK, HXDGTK",
        "您的授权码：K7X-4QM，请于1小时内完成。, K7X4QM"
    })
    void code_with_letters_is_found_beside_its_name_and_at_the_end_of_the_sentence_that_asks_for_it(
            String text, String code) {
        assertThat(read(text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your code: 2-7-0-4-1-5", "OTP:-270415 do not share it"})
    void code_is_found_among_odd_punctuation(String text) {
        assertThat(read(text).code()).isEqualTo("270415");
    }

    @Test
    void other_candidates_are_kept_best_first() {
        CodeReading reading =
                read("Your code is 270415, and your old code was the long one 551209");
        assertThat(reading.code()).isEqualTo("270415");
        assertThat(reading.candidates()).containsExactly("551209");
    }

    @Test
    void code_is_ascii_whatever_the_forms_of_its_characters() {
        assertThat(read("Your code is Ｋ７ＸＱ９２").code()).isEqualTo("K7XQ92");
        assertThat(read("Your code is G\u2011270415").code()).isEqualTo("270415");
    }

    @Test
    void arbitrary_text_is_read_without_an_exception() {
        String[] pieces = {
            "code ",
            "otp",
            "G-",
            "G\u2011",
            "1234",
            "270415",
            "Ａ１",
            "@a.b #",
            "\n",
            "【",
            "】",
            "[",
            "]",
            ": ",
            "your ",
            ". ",
            "5 min",
            "valid ",
            "http://",
            "\uD83D",
            "\uDE00",
            "é",
            "İ",
            "٤",
            "-",
            " ",
            "order ",
            "never share ",
            "A1b2",
            "$",
            "*",
            "\u200f",
            "验证码",
            "ﷺ",
            "\u0000"
        };
        Random random = new Random(270_415);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                boolean any = random.nextInt(8) == 0;
                String piece = pieces[random.nextInt(pieces.length)];
                text.append(any ? String.valueOf((char) random.nextInt(1 << 16)) : piece);
            }
            CodeReading reading = EXTRACTOR.read(text.toString(), "");
            if (reading.code() != null) {
                assertThat(reading.code()).matches("[0-9A-Za-z]{3,12}");
            }
        }
    }

    @Test
    void text_form_leaves_the_code_out() {
        assertThat(read("Your code is 270415").toString()).doesNotContain("270415");
    }
}
