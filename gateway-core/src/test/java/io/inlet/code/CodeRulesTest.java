package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import io.inlet.code.CodeRule.Place;
import io.inlet.code.CodeRule.Position;
import io.inlet.code.CodeRule.Said;
import io.inlet.code.CodeRule.Scope;
import io.inlet.code.CodeRule.Shape;
import io.inlet.code.CodeRule.Signs;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeRulesTest {
    private static final CueExtractor EXTRACTOR = new CueExtractor();
    private static final Scope ANY_OF_LINDEN = new Scope("Linden*", null);
    private static final Shape SIX = new Shape(Signs.DIGITS, 6, 6);
    private static final Shape MIXED = new Shape(Signs.LETTERS_AND_DIGITS, 4, 8);

    private static CodeRule rule(Scope scope, Shape shape, Position position) {
        return new CodeRule(scope, shape, new Place(position, null), Said.NOTHING);
    }

    private static CodeRule beside(Position position, String phrase, Shape shape) {
        return new CodeRule(
                new Scope(null, null), shape, new Place(position, phrase), Said.NOTHING);
    }

    private static @Nullable CodeReading read(String text, String sender, CodeRule... rules) {
        return EXTRACTOR.read(CodeRules.of(Arrays.asList(rules)), text, sender);
    }

    private static @Nullable String code(String text, CodeRule... rules) {
        CodeReading reading = read(text, "Lindenhof", rules);
        return reading == null ? null : reading.code();
    }

    @ParameterizedTest
    @CsvSource({
        "Lindenhof, true",
        "LINDENHOF 24, true",
        "Linden, true",
        "Lind, false",
        "Alt-Linden, false",
        "'', false"
    })
    void star_stands_for_whatever_follows_the_name_of_a_sender(String sender, boolean fits) {
        CodeReading reading = read("482913", sender, rule(ANY_OF_LINDEN, SIX, Position.FIRST));
        assertThat(reading != null).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "lindenhof, Lindenhof, true",
        "Líndenhof, Lindenhof, true",
        "Lindenhof, Lindenhof2, false",
        "447911123456, +447911123456, true",
        "+447911123456, +447911123456, true",
        "4479*, +447911123456, true",
        "12345, 12345, true",
        "12345, 123456, false"
    })
    void sender_without_a_star_is_meant_whole(String asked, String sender, boolean fits) {
        CodeRule rule = rule(new Scope(asked, null), SIX, Position.FIRST);
        assertThat(read("482913", sender, rule) != null).isEqualTo(fits);
    }

    @Test
    void phrase_that_the_text_must_hold_is_found_whatever_its_case_and_accents() {
        CodeRule rule = rule(new Scope(null, "Café Linden"), SIX, Position.FIRST);
        assertThat(code("Hello from CAFE\nLINDEN, 482913", rule)).isEqualTo("482913");
        assertThat(code("Hello from Cafe Eiche, 482913", rule)).isNull();
    }

    @Test
    void sender_and_phrase_are_both_needed_if_both_are_given() {
        CodeRule rule = rule(new Scope("Lindenhof", "door"), SIX, Position.FIRST);
        assertThat(read("door 482913", "Lindenhof", rule)).isNotNull();
        assertThat(read("482913", "Lindenhof", rule)).isNull();
        assertThat(read("door 482913", "Eiche", rule)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "your word is 482913 and not 555555 | 482913",
                "111111 your Word is: 482913. | 482913",
                "your word is \"482 913\" | 482913",
                "your word is 482-913 | 482913",
                "your word is482913 | 482913",
                "your word is ٤٨٢٩١٣ | 482913",
                "your word is now 482913 | ",
                "your word is 4829133 | ",
                "your word is +482913 | ",
                "your word is https://linden.example/482913 | ",
                "your word is ..... 482913 | ",
                "your word is here. your word is 482913 | 482913"
            })
    void code_stands_right_after_its_phrase(String text, @Nullable String code) {
        assertThat(code(text, beside(Position.AFTER, "word is", SIX))).isEqualTo(code);
    }

    @Test
    void phrase_may_touch_the_code_or_end_with_signs_of_its_own() {
        assertThat(code("OTP482913 now", beside(Position.AFTER, "otp", SIX))).isEqualTo("482913");
        assertThat(code("ref 1 # 482913", beside(Position.AFTER, "1 #", SIX))).isEqualTo("482913");
        assertThat(code("验证码482913，5分钟", beside(Position.AFTER, "验证码", SIX))).isEqualTo("482913");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "111111, then 482913 is it | 482913",
                "482913: is it | 482913",
                "482913 was it | ",
                "482913 | "
            })
    void code_stands_right_before_its_phrase(String text, @Nullable String code) {
        assertThat(code(text, beside(Position.BEFORE, "is it", SIX))).isEqualTo(code);
    }

    @Test
    void first_and_last_are_those_of_the_shape() {
        String text = "Order 12, box 111111 on 2031-04-02 at 12:30, for 12.50, key 222222, in 10";
        assertThat(code(text, rule(ANY_OF_LINDEN, SIX, Position.FIRST))).isEqualTo("111111");
        assertThat(code(text, rule(ANY_OF_LINDEN, SIX, Position.LAST))).isEqualTo("222222");
    }

    @ParameterizedTest
    @CsvSource({
        "'Hi 111111\n482913\nBye 222222', 482913",
        "'Hi\n* 482 913 *\nBye', 482913",
        "'482913', 482913",
        "'Hi\n482913 bye', ",
        "'Hi\nno 482913\n', "
    })
    void code_stands_on_a_line_of_its_own(String text, @Nullable String code) {
        assertThat(code(text, rule(ANY_OF_LINDEN, SIX, Position.OWN_LINE))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "take K7P2QX, K7P2QX",
        "take k7p2qx, k7p2qx",
        "take K7P-2QX, K7P2QX",
        "take 48-2913, 482913",
        "code-K7P-2QX, K7P2QX",
        "take K7-P2-QX-9, K7P2QX9",
        "ORDER-NUMBER-OF-K7P2QX, K7P2QX",
        "take ABCDEF, ",
        "take A1, ",
        "take AB12CD34EF, "
    })
    void letters_and_digits_hold_a_digit_at_least(String text, @Nullable String code) {
        assertThat(code(text, rule(ANY_OF_LINDEN, MIXED, Position.FIRST))).isEqualTo(code);
    }

    @Test
    void digits_are_no_part_of_a_word_but_after_a_hyphen() {
        CodeRule rule = rule(ANY_OF_LINDEN, SIX, Position.FIRST);
        assertThat(code("G-482913 is it", rule)).isEqualTo("482913");
        assertThat(code("box AB482913 is it", rule)).isNull();
        assertThat(code("box 482913AB is it", rule)).isNull();
        assertThat(code("to 482913@linden.example", rule)).isNull();
        assertThat(code("@482913", rule)).isNull();
    }

    @Test
    void first_rule_that_fits_decides() {
        CodeRule first = rule(new Scope("Eiche", null), SIX, Position.FIRST);
        CodeRule second = rule(ANY_OF_LINDEN, SIX, Position.LAST);
        CodeRule third = rule(ANY_OF_LINDEN, SIX, Position.FIRST);
        assertThat(code("111111 222222", first, second, third)).isEqualTo("222222");
        assertThat(code("111111 222222", third, second)).isEqualTo("111111");
    }

    @Test
    void none_that_fits_leaves_it_to_the_general_reader() {
        CodeRule rule = rule(ANY_OF_LINDEN, new Shape(Signs.DIGITS, 8, 8), Position.FIRST);
        assertThat(read("Your code is 482913", "Lindenhof", rule)).isNull();
        assertThat(read("Your code is 482913", "Lindenhof")).isNull();
    }

    @Test
    void rule_decides_against_the_general_reader_which_says_the_rest() {
        CodeRule rule = beside(Position.AFTER, "box", new Shape(Signs.DIGITS, 4, 4));
        String text = "Eichwald: your login code is 482913, box 7315. Valid for 10 minutes.";
        CodeReading reading = Objects.requireNonNull(read(text, "", rule));
        assertThat(reading.code()).isEqualTo("7315");
        assertThat(reading.display()).isEqualTo("7315");
        assertThat(reading.rule()).isEqualTo("tenant");
        assertThat(reading.ruleVersion()).isEqualTo(Analysis.RULE_VERSION);
        assertThat(reading.confidence()).isEqualTo(1);
        assertThat(reading.kind()).isEqualTo(Kind.ONE_TIME_CODE);
        assertThat(reading.purpose()).isEqualTo(Purpose.LOGIN);
        assertThat(reading.brand()).isEqualTo("Eichwald");
        assertThat(reading.validFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(reading.candidates()).containsExactly("482913");
    }

    @Test
    void what_the_rule_says_of_brand_and_validity_counts() {
        CodeRule rule =
                new CodeRule(
                        ANY_OF_LINDEN,
                        SIX,
                        new Place(Position.FIRST, null),
                        new Said("Haus Linden", Duration.ofHours(2)));
        CodeReading reading =
                Objects.requireNonNull(
                        read("Eichwald: code 482913, 10 minutes", "Lindenhof", rule));
        assertThat(reading.brand()).isEqualTo("Haus Linden");
        assertThat(reading.validFor()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void span_of_the_rule_counts_before_the_end_that_the_text_names() {
        String text = "Eichwald: code 482913, valid until 14:35";
        CodeReading read = Objects.requireNonNull(read(text, "", sixAfterCode(null)));
        assertThat(read.validUntil()).isEqualTo(LocalMoment.at(LocalTime.of(14, 35)));
        Duration span = Duration.ofHours(2);
        CodeReading told = Objects.requireNonNull(read(text, "", sixAfterCode(span)));
        assertThat(told.validFor()).isEqualTo(span);
        assertThat(told.validUntil()).isNull();
    }

    private static CodeRule sixAfterCode(@Nullable Duration validFor) {
        return new CodeRule(
                new Scope(null, "eichwald"),
                SIX,
                new Place(Position.AFTER, "code"),
                new Said(null, validFor));
    }

    @Test
    void nothing_beyond_a_gap_is_first_or_last() {
        CodeRule first = rule(ANY_OF_LINDEN, SIX, Position.FIRST);
        CodeRule last = rule(ANY_OF_LINDEN, SIX, Position.LAST);
        assertThat(code("\uFFFD and 482913", first)).isNull();
        assertThat(code("\uFFFD and 482913", last)).isEqualTo("482913");
        assertThat(code("482913 and \uFFFD", last)).isNull();
        assertThat(code("482913 and \uFFFD", first)).isEqualTo("482913");
        assertThat(code("word \uFFFD 482913", beside(Position.AFTER, "word", SIX))).isNull();
    }

    @Test
    void list_of_numbers_carries_no_code() {
        CodeRule rule = rule(ANY_OF_LINDEN, SIX, Position.FIRST);
        assertThat(code("482913, ".repeat(30), rule)).isEqualTo("482913");
        assertThat(code("482913, ".repeat(31), rule)).isNull();
    }

    @Test
    void no_text_form_shows_a_phrase() {
        CodeRule rule =
                new CodeRule(
                        new Scope("Lindenhof", "Lindenhof"),
                        SIX,
                        new Place(Position.AFTER, "Lindenhof"),
                        new Said("Lindenhof", null));
        assertThat(rule.toString() + rule.scope() + rule.place() + rule.said())
                .doesNotContain("Lindenhof");
        assertThat(new CodeRuleExample("Lindenhof", "482913").toString()).isEqualTo("example");
    }

    static Stream<String> hostile() {
        return Stream.concat(
                LinearTimeTest.units(),
                Stream.of(
                        "aaab",
                        "a".repeat(59) + "b",
                        "482913 a",
                        "-482913",
                        "A-B-C-D-",
                        // As many numbers as are looked at.
                        ":".repeat(328) + "482913",
                        "a".repeat(325) + " 482913 "));
    }

    /** Rules as unkind to the search as rules can be. */
    private static CodeRules unkind() {
        return CodeRules.of(
                IntStream.range(0, CodeRuleCheck.MOST)
                        .mapToObj(i ->
                                new CodeRule(
                                        new Scope(null, "a".repeat(10 + i) + "c"),
                                        new Shape(Signs.LETTERS_AND_DIGITS, 3, 12),
                                        i % 2 == 0
                                                ? new Place(Position.AFTER, ":".repeat(10 + i))
                                                : new Place(Position.LAST, null),
                                        Said.NOTHING))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void as_many_rules_as_may_be_are_tried_in_linear_time(String unit) {
        long little = work(unit, 1_000);
        long much = work(unit, 10_000);
        assertThat(much).isLessThan(40 * 10_000).isLessThanOrEqualTo(12 * little);
    }

    private static long work(String unit, int length) {
        String text = unit.repeat(length / unit.length() + 1).substring(0, length);
        var counting = new LinearTimeTest.Counting(PlainText.of(text));
        assertThat(unkind().find(counting, "")).isNull();
        return counting.visits;
    }

    @Test
    void phrases_are_found_in_one_pass_also_within_each_other() {
        var search = new PhraseSearch(List.of("she", "he", "hers", "his", "he", "rs and h"));
        var found = search.in(PlainText.of("ushers\nand hi"));
        assertThat(Stream.of("she", "he", "hers", "rs and h")).allMatch(found::has);
        assertThat(found.has("his")).isFalse();
    }
}
