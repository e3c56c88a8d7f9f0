package io.inlet.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Split;
import io.inlet.simulator.script.Step.Target;
import io.inlet.sms.Octets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void each_kind_of_line_is_read() throws Exception {
        Script script =
                Script.parse(
                        """
                        # A comment, and an empty line.

                        await binds 2 within 10s
                        wait 500ms # and another comment
                        close session 2
                        reset
                        unbind
                        enquire_link
                        ignore enquire_link for 5s
                        stop reading for 1m session 1
                        split writes into 1 every 5ms
                        refuse binds with ESME_RALYBND for 5s
                        raw 0000 0010 session 1
                        await answers
                        """);
        Target all = new Target(0);
        assertThat(script.steps())
                .containsExactly(
                        new Step.AwaitBinds(2, Duration.ofSeconds(10)),
                        new Step.Wait(Duration.ofMillis(500)),
                        new Step.Close(new Target(2)),
                        new Step.Reset(all),
                        new Step.Unbind(all),
                        new Step.EnquireLink(all),
                        new Step.IgnoreEnquireLinks(Duration.ofSeconds(5), all),
                        new Step.StopReading(Duration.ofMinutes(1), new Target(1)),
                        new Step.SplitWrites(1, Duration.ofMillis(5), all),
                        new Step.RefuseBinds(5, Duration.ofSeconds(5)),
                        new Step.Raw(Octets.hex("00000010"), new Target(1)),
                        new Step.AwaitAnswers(Duration.ofSeconds(30)));
    }

    @Test
    void a_message_is_read_with_all_its_options() throws Exception {
        Script script =
                Script.parse(
                        """
                        send to +999123 from "ACME Bank" text "Say \\"hi\\" # now\\n" as latin1
                        send to +999123 from 12345 text "abcdef" as ucs2 parts udh8 order 3,1,2
                        send to +999123 from "" text "abcd" parts sar into 2 reference 300
                        send to +999123 from "" text "hi" data_coding 4 by data_sm
                        """);
        assertThat(script.steps())
                .containsExactly(
                        send(
                                OutgoingMessage.to("+999123")
                                        .from("ACME Bank")
                                        .text("Say \"hi\" # now\n")
                                        .as(Coding.LATIN1)
                                        .build()),
                        send(
                                OutgoingMessage.to("+999123")
                                        .from("12345")
                                        .text("abcdef")
                                        .as(Coding.UCS2)
                                        .split(Split.UDH8, 3)
                                        .order(3, 1, 2)
                                        .reference(2)
                                        .build()),
                        send(
                                OutgoingMessage.to("+999123")
                                        .text("abcd")
                                        .split(Split.SAR, 2)
                                        .reference(300)
                                        .build()),
                        send(
                                OutgoingMessage.to("+999123")
                                        .text("hi")
                                        .dataCoding(4)
                                        .asDataSm()
                                        .build()));
    }

    @Test
    void every_wrong_line_is_named() {
        ScriptException failure =
                catchThrowableOfType(
                        ScriptException.class,
                        () ->
                                Script.parse(
                                        """
                                        wait 5
                                        send to +999123 from "A" text "験" as gsm7
                                        wait 5s
                                        dance
                                        send to +999123 text "no sender"
                                        send to +999123 from "A" text "open
                                        send to +999123 from "A" text "x" as utf9
                                        refuse binds with ESME_NOTHING for 5s
                                        raw 001
                                        close session 0
                                        close now
                                        receipt to +999123 from "A" id x state GONE
                                        await binds
                                        """));
        assertThat(failure.problems())
                .extracting(Problem::line)
                .containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(failure)
                .hasMessageContaining("line 1: expected a duration such as 500ms, 5s, 10m or 1h")
                .hasMessageContaining("line 2: text: expected characters of GSM 7-bit")
                .hasMessageContaining("line 4: expected send, receipt,")
                .hasMessageContaining("line 5: expected from, found text")
                .hasMessageContaining("line 6: expected a closing quotation mark")
                .hasMessageContaining("line 7: expected an alphabet (gsm7, ascii, latin1, ucs2)")
                .hasMessageContaining("line 11: expected the end of the line, found now")
                .hasMessageContaining("line 13: expected a number of sessions, found the end");
    }

    @Test
    void no_problem_quotes_a_text_or_a_number() {
        ScriptException failure =
                catchThrowableOfType(
                        ScriptException.class,
                        () ->
                                Script.parse(
                                        """
                                        send +999123456 from "A" text "code 424242"
                                        send to +999123456 from "A" "code 424242"
                                        """));
        assertThat(failure.getMessage()).doesNotContain("999123456").doesNotContain("424242");
    }

    @Test
    void the_script_in_the_documentation_is_right() throws Exception {
        String documentation = Files.readString(Path.of("README.md"));
        int start = documentation.indexOf("```\nawait binds") + 4;
        String script = documentation.substring(start, documentation.indexOf("```", start));
        assertThat(Script.parse(script).steps()).hasSize(7);
    }

    private static Step send(OutgoingMessage message) {
        return new Step.Send(message);
    }
}
