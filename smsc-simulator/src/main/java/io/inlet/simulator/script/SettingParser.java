package io.inlet.simulator.script;

import io.inlet.simulator.BindType;
import java.util.EnumSet;
import java.util.Set;

/** Reads carrier. Failures are IllegalArgumentExceptions. */
final class SettingParser {
    private final Tokens tokens;
    private final Values values;

    SettingParser(Tokens tokens) {
        this.tokens = tokens;
        this.values = new Values(tokens);
    }

    Step.Setting setting() {
        if (tokens.take("window")) {
            return new Step.WindowSetting(values.number("a window", 1, 100_000));
        }
        if (tokens.take("binds")) {
            tokens.expect("at");
            tokens.expect("most");
            return new Step.BindsSetting(values.number("a number of sessions", 1, 10_000));
        }
        if (tokens.take("bind")) {
            tokens.expect("types");
            return new Step.BindTypesSetting(types());
        }
        if (tokens.take("interface_version")) {
            boolean none = tokens.take("none");
            return new Step.VersionSetting(
                    none ? null : (Integer) values.hexNumber("an interface_version", 0xff));
        }
        return timer();
    }

    private Step.Setting timer() {
        if (tokens.take("response")) {
            tokens.expect("timer");
            return new Step.ResponseSetting(values.duration());
        }
        if (tokens.take("enquire_link")) {
            tokens.expect("every");
            return new Step.EnquireLinkSetting(values.duration());
        }
        if (tokens.take("redelivery")) {
            tokens.expect("after");
            return new Step.RedeliverySetting(values.duration());
        }
        throw new IllegalArgumentException(
                "expected window, binds, bind types, interface_version, response timer,"
                        + " enquire_link or redelivery, found "
                        + tokens.found());
    }

    private Set<BindType> types() {
        Set<BindType> types = EnumSet.noneOf(BindType.class);
        do {
            types.add(values.choice(BindType.class, "a way to bind"));
        } while (tokens.take("or"));
        return types;
    }
}
