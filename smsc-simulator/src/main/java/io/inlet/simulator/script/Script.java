package io.inlet.simulator.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the carrier does, one step per line; {@code #} starts a comment. Words are as below, capital
 * letters stand for values, square brackets for what may be left out, in this order unless noted:
 *
 * <pre>
 * await binds COUNT [within 30s]
 * await answers [within 30s]
 * wait 500ms
 * send to ADDRESS from ADDRESS text "TEXT" [as gsm7|ascii|latin1|ucs2] [data_coding NUMBER]
 *      [parts udh8|udh16|sar|payload|udh8_in_payload [into COUNT] [order 3,1,2]]
 *      [reference NUMBER] [by data_sm]                      (options in any order)
 * receipt to ADDRESS from ADDRESS id ID [state DELIVRD]
 * refuse binds with STATUS for 5s
 * close | reset | unbind | enquire_link                     [session PLACE]
 * ignore enquire_link for 5s                                [session PLACE]
 * stop reading for 5s                                       [session PLACE]
 * split writes into OCTETS [every 5ms]                      [session PLACE]
 * raw HEX                                                   [session PLACE]
 * </pre>
 *
 * ADDRESS is {@code +999123} (TON 1, NPI 1), {@code 12345} (TON 0, NPI 1), {@code "ACME Bank"} (TON
 * 5, NPI 0), {@code ""} (TON 0, NPI 0), or says TON and NPI itself: {@code 3/0:12345}. STATUS is
 * {@code ESME_RALYBND} or {@code 0x05}. In {@code order} a part may stand twice or be left out.
 * Without {@code session}, a step means every session that is bound at that moment; places count
 * from 1 in the order in which they bound. Immutable.
 */
public final class Script {
    private final List<Step> steps;

    private Script(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws ScriptException if lines are wrong: every one of them is named
     * @throws IOException if the file cannot be read
     */
    public static Script read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": expected text in UTF-8", e);
        }
    }

    /**
     * Reads a script.
     *
     * @throws ScriptException if lines are wrong: every one of them is named
     */
    public static Script parse(String text) throws ScriptException {
        List<Step> steps = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                Tokens tokens = Tokens.of(line);
                if (!tokens.isEmpty()) {
                    steps.add(new LineParser(tokens, number).step());
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(number, String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
        return new Script(steps);
    }

    List<Step> steps() {
        return steps;
    }
}
