package io.inlet.simulator.script;

import io.inlet.simulator.CommandId;
import io.inlet.simulator.CommandStatus;
import java.time.Duration;

/** Reads expect. Failures are IllegalArgumentExceptions. */
final class ExpectParser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 1_000_000;

    private final Tokens tokens;
    private final Values values;

    ExpectParser(Tokens tokens) {
        this.tokens = tokens;
        this.values = new Values(tokens);
    }

    Expectation expectation() {
        if (tokens.take("answer")) {
            return new Expectation.Answered(values.status(), within());
        }
        if (tokens.take("sessions")) {
            int count = values.number("a number of sessions", 0, MANY);
            return new Expectation.SessionCount(count, within());
        }
        if (tokens.take("at")) {
            return atMost();
        }
        if (tokens.take("closed")) {
            return new Expectation.Closed(within());
        }
        return tokens.take("no") ? no() : came();
    }

    private Expectation atMost() {
        tokens.expect("most");
        int count = values.number("a number of sessions", 0, MANY);
        tokens.expect("sessions");
        return new Expectation.SessionsAtMost(count, watch());
    }

    private Expectation no() {
        if (tokens.take("sessions")) {
            return new Expectation.SessionCount(0, within());
        }
        if (tokens.take("response")) {
            return new Expectation.Unanswered(watch());
        }
        int commandId = CommandId.parse(tokens.value("a PDU"));
        return new Expectation.Absent(commandId, watch());
    }

    private Expectation came() {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected answer, sessions, no, at most, closed or the name of a PDU, found "
                            + tokens.found());
        }
        int commandId = CommandId.parse(tokens.value("a PDU"));
        Integer status =
                tokens.isAtStart("ESME_") || tokens.isAtStart("0x")
                        ? CommandStatus.parse(tokens.value("a command_status"))
                        : null;
        int times = values.times(MANY);
        return new Expectation.Came(commandId, status, times, within());
    }

    private Duration within() {
        return values.durationAfter("within", PATIENCE);
    }

    private Duration watch() {
        tokens.expect("for");
        return values.duration();
    }
}
