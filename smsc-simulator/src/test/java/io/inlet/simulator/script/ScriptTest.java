package io.inlet.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inlet.simulator.BindType;
import io.inlet.simulator.Chaos;
import io.inlet.simulator.Moment;
import io.inlet.simulator.Redelivery;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Split;
import io.inlet.simulator.message.Tlv;
import io.inlet.simulator.script.Step.Target;
import io.inlet.sms.Octets;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
                        new Step.EnquireLink(1, all),
                        new Step.IgnoreEnquireLinks(Duration.ofSeconds(5), all),
                        new Step.StopReading(Duration.ofMinutes(1), new Target(1)),
                        new Step.SplitWrites(1, Duration.ofMillis(5), all),
                        new Step.RefuseBinds(5, Duration.ofSeconds(5)),
                        new Step.Raw(Octets.hex("00000010"), new Target(1)),
                        new Step.AwaitAnswers(Duration.ofSeconds(30)));
    }

    @Test
    void each_kind_of_harm_is_read() throws Exception {
        Script script =
                Script.parse(
                        """
                        refuse 3 binds with ESME_RTHROTTLED
                        ignore binds for 2s
                        answer binds after 1s for 5s
                        enquire_link 1000 times session 1
                        read slowly 7 every 5ms for 2s
                        go silent for 5m session 2
                        hold writes
                        release writes
                        break off after 40
                        pdu 0x999 status 0x08 body 01 02 session 1
                        pdu unbind_resp
                        alert_notification
                        outbind to localhost:2775 as carrier password secret
                        chaos every 3s seed 7 for 10m with reset or go_silent
                        """);
        Target all = new Target(0);
        Target first = new Target(1);
        assertThat(script.steps())
                .containsExactly(
                        new Step.RefuseNextBinds(3, 0x58),
                        new Step.IgnoreBinds(Duration.ofSeconds(2)),
                        new Step.DelayBinds(Duration.ofSeconds(1), Duration.ofSeconds(5)),
                        new Step.EnquireLink(1_000, first),
                        new Step.ReadSlowly(7, Duration.ofMillis(5), Duration.ofSeconds(2), all),
                        new Step.GoSilent(Duration.ofMinutes(5), new Target(2)),
                        new Step.HoldWrites(all),
                        new Step.ReleaseWrites(all),
                        new Step.BreakOff(40, all),
                        new Step.AnyPdu(0x999, 8, Octets.hex("0102"), first),
                        new Step.AnyPdu(0x8000_0006, 0, Octets.EMPTY, all),
                        new Step.AnyPdu(0x102, 0, Octets.hex("000000000000"), all),
                        new Step.Outbind(
                                InetSocketAddress.createUnresolved("localhost", 2775),
                                new SmscSettings.Account("carrier", "secret")),
                        new Step.Mayhem(
                                Duration.ofSeconds(3),
                                7,
                                Duration.ofMinutes(10),
                                Set.of(Chaos.Mischief.RESET, Chaos.Mischief.GO_SILENT)));
    }

    @Test
    void each_expectation_is_read() throws Exception {
        Script script =
                Script.parse(
                        """
                        expect answer ESME_ROK within 5s
                        expect generic_nack ESME_RINVCMDID
                        expect enquire_link_resp 1000 times within 9s
                        expect no unbind for 2s
                        expect no response for 2s
                        expect sessions 2
                        expect no sessions within 5s
                        expect at most 1 sessions for 3s
                        expect closed
                        """);
        Duration usual = Duration.ofSeconds(30);
        assertThat(script.steps())
                .extracting(step -> ((Step.Expect) step).expectation())
                .containsExactly(
                        new Expectation.Answered(0, Duration.ofSeconds(5)),
                        new Expectation.Came(0x8000_0000, 3, 1, usual),
                        new Expectation.Came(0x8000_0015, null, 1_000, Duration.ofSeconds(9)),
                        new Expectation.Absent(6, Duration.ofSeconds(2)),
                        new Expectation.Unanswered(Duration.ofSeconds(2)),
                        new Expectation.SessionCount(2, usual),
                        new Expectation.SessionCount(0, Duration.ofSeconds(5)),
                        new Expectation.SessionsAtMost(1, Duration.ofSeconds(3)),
                        new Expectation.Closed(usual));
    }

    @Test
    void a_script_says_how_the_carrier_behaves_from_its_start() throws Exception {
        Script script =
                Script.parse(
                        """
                        carrier window 100
                        carrier binds at most 2
                        carrier bind types receiver or transmitter
                        carrier interface_version none
                        carrier response timer 5s
                        carrier enquire_link every 2s
                        carrier redelivery after 200ms
                        """);
        SmscSettings applied = script.applied(SmscSettings.DEFAULT);
        assertThat(applied.window()).isEqualTo(100);
        assertThat(applied.bindsAtMost()).isEqualTo(2);
        assertThat(applied.dialect())
                .isEqualTo(
                        new SmscSettings.Dialect(
                                null, Set.of(BindType.RECEIVER, BindType.TRANSMITTER)));
        assertThat(applied.timers())
                .isEqualTo(new SmscSettings.Timers(Duration.ofSeconds(5), Duration.ofSeconds(2)));
        assertThat(applied.redelivery()).isEqualTo(Redelivery.after(Duration.ofMillis(200)));
    }

    @Test
    void a_message_is_sent_again_by_its_name_and_over_a_session() throws Exception {
        Script script =
                Script.parse(
                        """
                        send to +999123 from "" text "Once" called first
                        redeliver first over session 2
                        redeliver first before bind_resp
                        redeliver first with bind_resp
                        """);
        OutgoingMessage message = OutgoingMessage.to("+999123").text("Once").reference(1).build();
        Target all = new Target(0);
        assertThat(script.steps())
                .containsExactly(
                        send(message),
                        new Step.Send(message, new Target(2), null),
                        new Step.Send(message, all, Moment.BEFORE_BIND_RESP),
                        new Step.Send(message, all, Moment.WITH_BIND_RESP));
    }

    @Test
    void number_and_code_are_filled_in_and_codes_are_others_in_each_run() throws Exception {
        String text =
                """
                # What it is for.
                send to $number2 from "" text "$code $code2 $5 $coder"
                shows "$code $code2"
                needs "binds: 2"
                """;
        Script first = Script.parse(text, new Variables(List.of("999123", "999124"), 1));
        Script second = Script.parse(text, new Variables(List.of("999123", "999124"), 2));

        assertThat(first.title()).isEqualTo("What it is for.");
        assertThat(first.needs()).containsExactly("binds: 2");
        assertThat(first.shows()).hasSize(1).allMatch(shown -> shown.matches("\\d{6} \\d{6}"));
        assertThat(first.shows()).isNotEqualTo(second.shows());
        assertThatThrownBy(() -> Script.parse(text))
                .hasMessage(
                        "line 2: expected 2 numbers for it, found 0: give a number that is leased"
                                + " with --number");
    }

    @Test
    void every_shipped_script_says_what_it_is_for_and_can_be_read() throws Exception {
        Variables variables = new Variables(List.of("999123456"), 7);
        for (String name : Shipped.names()) {
            assertThat(Script.parse(Shipped.text(name), variables).title()).as(name).isNotEmpty();
        }
        assertThatThrownBy(() -> Shipped.text("dance"))
                .hasMessageStartingWith("there is no file and no script dance; the scripts are: ");
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
                        send to +999123 from "" octets 0001 ff udh 240101 esm_class 0x04 tlv 0x1400 "a" tlv 5121 0b
                        send to +999123 from "" text "hi" cut 2 trailing 0000
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
                                        .build()),
                        send(
                                OutgoingMessage.to("+999123")
                                        .octets(Octets.hex("0001ff"))
                                        .udh(Octets.hex("240101"))
                                        .esmClass(4)
                                        .tlv(new Tlv(0x1400, Octets.hex("6100")))
                                        .tlv(new Tlv(0x1401, Octets.hex("0b")))
                                        .build()),
                        send(
                                OutgoingMessage.to("+999123")
                                        .text("hi")
                                        .cut(2)
                                        .trailing(Octets.hex("0000"))
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
                .hasMessageContaining("line 7: expected an alphabet (gsm7, ascii, latin1, ucs2,")
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
