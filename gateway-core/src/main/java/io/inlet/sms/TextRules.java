package io.inlet.sms;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;

/**
 * What a bind's carrier means by what the specification leaves to it.
 *
 * @param dataCoding0 what 0 stands for
 * @param dataCoding1 what 1 stands for: the specification says ASCII, some carriers mean GSM
 * @param names how it writes alphanumeric senders
 */
public record TextRules(
        @Default("gsm7") Alphabet dataCoding0,
        @Default("ascii") Alphabet dataCoding1,
        @Default("auto") NameAlphabet names) {
    /** The defaults. */
    public static final TextRules DEFAULT = Defaults.of(TextRules.class);
}
