package io.inlet.simulator.script;

import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.OutgoingMessage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the carrier does, one step per line; {@code #} starts a comment, and the first comment says
 * what the script is for. Words are as below, capital letters stand for values, square brackets for
 * what may be left out, in this order unless noted.
 *
 * <p>What it is about:
 *
 * <pre>
 * needs "text.dataCoding0: gsm7_packed"        a setting that the bind must have
 * shows "TEXT" [2 times] | nothing             what a consumer reads in the end, and nothing else
 * carrier window COUNT                         how the carrier behaves from its start
 * carrier binds at most COUNT
 * carrier bind types receiver [or transmitter] [or transceiver]
 * carrier interface_version 0x34|none
 * carrier response timer 5s
 * carrier enquire_link every 2s
 * carrier redelivery after 200ms
 * </pre>
 *
 * <p>Messages; their options stand in any order:
 *
 * <pre>
 * send to ADDRESS from ADDRESS text "TEXT"|octets HEX [OPTIONS]
 *      as gsm7|ascii|latin1|ucs2|gsm7_packed|utf8|iso_8859_5|iso_8859_8|shift_jis|iso_2022_jp|euc_kr
 *      data_coding NUMBER
 *      parts udh8|udh16|sar|payload|udh8_in_payload [into COUNT] [order 3,1,2]
 *      reference NUMBER                        of the long message
 *      udh HEX                                 further information elements
 *      esm_class 0x04                          further bits
 *      tlv 0x1400 HEX|"TEXT"                   a quoted one ends with a NUL
 *      by data_sm
 *      cut OCTETS                              leaves out so many at its end
 *      trailing HEX                            puts these behind its end
 *      called NAME                             for redeliver
 *      over session PLACE
 *      before bind_resp | with bind_resp       of the next session that binds
 * receipt to ADDRESS from ADDRESS id ID [state DELIVRD]|text "TEXT" [intermediate] [OPTIONS]
 * redeliver NAME [over session PLACE] [before bind_resp | with bind_resp]
 * </pre>
 *
 * <p>Harm:
 *
 * <pre>
 * refuse binds with STATUS for 5s
 * refuse COUNT binds with STATUS
 * ignore binds for 5s
 * answer binds after 2s for 10s
 * close | reset | unbind                       [session PLACE]
 * enquire_link [COUNT times]                   [session PLACE]
 * ignore enquire_link for 5s                   [session PLACE]
 * stop reading for 5s                          [session PLACE]
 * read slowly OCTETS every 10ms for 5s         [session PLACE]
 * go silent [for 5s]                           [session PLACE]
 * hold writes | release writes                 [session PLACE]
 * split writes into OCTETS [every 5ms]         [session PLACE]
 * break off after OCTETS                       [session PLACE]
 * raw HEX                                      [session PLACE]
 * garbage OCTETS [seed NUMBER]                 [session PLACE]
 * pdu PDU [status STATUS] [body HEX]           [session PLACE]
 * alert_notification                           [session PLACE]
 * outbind to HOST:PORT as SYSTEM_ID password PASSWORD
 * chaos every 3s seed NUMBER for 10m [with MISCHIEF [or MISCHIEF]]
 * </pre>
 *
 * <p>Time and expectations:
 *
 * <pre>
 * wait 500ms
 * await binds COUNT [within 30s]
 * await answers [within 30s]
 * expect answer STATUS [within 30s]            to every PDU of the message sent last
 * expect PDU [STATUS] [COUNT times] [within 30s]
 * expect no PDU for 2s
 * expect no response for 2s                    but to messages
 * expect sessions COUNT [within 30s]
 * expect no sessions [within 30s]
 * expect at most COUNT sessions for 2s
 * expect closed [within 30s]                   of all sessions that the last deed found
 * </pre>
 *
 * ADDRESS is {@code +999123} (TON 1, NPI 1), {@code 12345} (TON 0, NPI 1), {@code "ACME Bank"} (TON
 * 5, NPI 0), {@code ""} (TON 0, NPI 0), or says TON and NPI itself: {@code 3/0:12345}. STATUS is
 * {@code ESME_RALYBND} or {@code 0x05}, PDU is {@code generic_nack} or {@code 0x80000000}. In
 * {@code order} a part may stand twice or be left out. Without {@code session}, a step means every
 * session that is bound at that moment; places count from 1 in the order in which they bound. What
 * came of a PDU is counted from the last deed on, a deed being any message or harm. {@code $number}
 * and {@code $code} are as {@link Variables} says. Immutable.
 */
public final class Script {
    private final String title;
    private final List<Line> lines;

    private Script(String title, List<Line> lines) {
        this.title = title;
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws ScriptException if lines are wrong: every one of them is named
     * @throws IOException if the file cannot be read
     */
    public static Script read(Path file, Variables variables) throws IOException {
        try {
            return parse(Files.readString(file), variables);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": expected text in UTF-8", e);
        }
    }

    /**
     * Reads a script without variables.
     *
     * @throws ScriptException if lines are wrong: every one of them is named
     */
    public static Script parse(String text) throws ScriptException {
        return parse(text, Variables.NONE);
    }

    /**
     * Reads a script.
     *
     * @throws ScriptException if lines are wrong: every one of them is named
     */
    public static Script parse(String text, Variables variables) throws ScriptException {
        List<Line> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, OutgoingMessage> called = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                Tokens tokens = Tokens.of(line.strip().startsWith("#") ? "" : variables.fill(line));
                if (!tokens.isEmpty()) {
                    int reference = number + variables.shift();
                    Step step = new LineParser(tokens, reference, called).step();
                    lines.add(new Line(number, Line.shown(line), step));
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(number, String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
        return new Script(titleOf(text), lines);
    }

    /** What the first comment of a script says; empty if it has none. */
    public static String titleOf(String text) {
        return text.lines()
                .filter(line -> line.startsWith("#"))
                .findFirst()
                .map(line -> line.substring(1).strip())
                .orElse("");
    }

    /** What it is for; may be empty. */
    public String title() {
        return title;
    }

    /** Whether it says what a consumer reads when it is through. */
    public boolean saysWhatIsShown() {
        return lines.stream().anyMatch(line -> line.step() instanceof Step.Shows);
    }

    /** What that is: as many texts as messages, in no order. */
    public List<String> shows() {
        return lines.stream()
                .map(Line::step)
                .filter(Step.Shows.class::isInstance)
                .map(Step.Shows.class::cast)
                .flatMap(shown -> Collections.nCopies(shown.times(), shown.text()).stream())
                .toList();
    }

    /** The settings that the bind must have, as {@code "text.dataCoding0: gsm7_packed"}. */
    public List<String> needs() {
        return lines.stream()
                .map(Line::step)
                .filter(Step.Needs.class::isInstance)
                .map(step -> ((Step.Needs) step).setting())
                .toList();
    }

    /**
     * How the carrier must behave from its start, taking what the script leaves open from these.
     */
    public SmscSettings applied(SmscSettings settings) {
        SmscSettings applied = settings;
        for (Line line : lines) {
            if (line.step() instanceof Step.Setting setting) {
                applied = CarrierSetting.apply(setting, applied);
            }
        }
        return applied;
    }

    List<Line> lines() {
        return lines;
    }

    List<Step> steps() {
        return lines.stream().map(Line::step).toList();
    }
}
