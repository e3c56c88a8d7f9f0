package io.inlet.smpp.trace;

import io.inlet.smpp.CommandId;
import io.inlet.smpp.trace.PduField.Kind;
import io.inlet.sms.Octets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds the fields of a PDU (SMPP 3.4, section 4), as far as it keeps to the specification: what
 * comes from the first field on that cannot be is one hidden field, since in a PDU that is shifted
 * the text lies where names and numbers are looked for. Used once, by one thread.
 */
final class PduFields {
    private static final int HEADER_OCTETS = 16;
    private static final int UDHI = 0x40;
    private static final int MESSAGE_PAYLOAD = 0x0424;

    /** Types of messages over this one are reserved (section 5.2.12). */
    private static final int LAST_MESSAGE_TYPE = 0x20;

    private static final int MESSAGE_TYPE = 0x3C;

    /** What is but text, in fields that hold small numbers. */
    private static final int FIRST_PRINTABLE = 0x20;

    /** No parameter but message_payload comes near it. */
    private static final int LONGEST_PARAMETER = 4_095;

    private final Octets pdu;
    private final List<PduField> fields = new ArrayList<>();
    private int at = HEADER_OCTETS;
    private boolean hasUserDataHeader;
    private boolean lost;

    private PduFields(Octets pdu) {
        this.pdu = pdu;
    }

    /** The fields of a PDU's body; its header is read by {@link PduHeader}. */
    static List<PduField> of(Octets pdu) {
        var fields = new PduFields(pdu);
        fields.read(PduHeader.of(pdu).commandId());
        return fields.fields;
    }

    private void read(int commandId) {
        switch (commandId) {
            case CommandId.DELIVER_SM -> deliverSm();
            case CommandId.DATA_SM -> dataSm();
            case CommandId.BIND_RECEIVER, CommandId.BIND_TRANSMITTER, CommandId.BIND_TRANSCEIVER ->
                    bind();
            case CommandId.OUTBIND -> credentials();
            default -> response(commandId);
        }
        rest();
    }

    private void credentials() {
        text("system_id", Kind.TEXT, 16);
        text("password", Kind.HIDDEN, Integer.MAX_VALUE); // hidden, however long they make it
    }

    private void bind() {
        credentials();
        text("system_type", Kind.TEXT, 13);
        number("interface_version");
        smallNumber("addr_ton");
        smallNumber("addr_npi");
        text("address_range", Kind.TEXT, 41);
    }

    private void response(int commandId) {
        switch (commandId & ~CommandId.RESPONSE) {
            case CommandId.BIND_RECEIVER,
                    CommandId.BIND_TRANSMITTER,
                    CommandId.BIND_TRANSCEIVER -> {
                text("system_id", Kind.TEXT, 16);
                parameters();
            }
            case CommandId.DELIVER_SM, CommandId.DATA_SM -> {
                text("message_id", Kind.TEXT, 65);
                parameters();
            }
            default -> {}
        }
    }

    private void addresses(int longest) {
        text("service_type", Kind.TEXT, 6);
        smallNumber("source_addr_ton");
        smallNumber("source_addr_npi");
        text("source_addr", Kind.ADDRESS, longest);
        smallNumber("dest_addr_ton");
        smallNumber("dest_addr_npi");
        text("destination_addr", Kind.ADDRESS, longest);
        esmClass();
    }

    private void esmClass() {
        int esmClass = peek();
        lost |= (esmClass & MESSAGE_TYPE) > LAST_MESSAGE_TYPE;
        number("esm_class");
        hasUserDataHeader = (esmClass & UDHI) != 0;
    }

    private void deliverSm() {
        addresses(21);
        number("protocol_id");
        smallNumber("priority_flag");
        text("schedule_delivery_time", Kind.TEXT, 17);
        text("validity_period", Kind.TEXT, 17);
        smallNumber("registered_delivery");
        smallNumber("replace_if_present_flag");
        number("data_coding");
        number("sm_default_msg_id");
        userData("short_message", number("sm_length"));
        parameters();
    }

    private void dataSm() {
        addresses(65);
        smallNumber("registered_delivery");
        number("data_coding");
        parameters();
    }

    // Section 5.3: tag, length, value.
    private void parameters() {
        while (!lost && at + 4 <= pdu.length()) {
            int tag = pdu.at(at) << 8 | pdu.at(at + 1);
            int length = pdu.at(at + 2) << 8 | pdu.at(at + 3);
            if (at + 4 + length > pdu.length() || isImpossible(tag, length)) {
                lost = true;
            } else {
                at += 4;
                parameter(tag, length);
            }
        }
    }

    private static boolean isImpossible(int tag, int length) {
        ShownParameter shown = ShownParameter.of(tag);
        int longest = shown == null ? LONGEST_PARAMETER : shown.longest();
        return tag != MESSAGE_PAYLOAD && length > longest;
    }

    private void parameter(int tag, int length) {
        ShownParameter shown = ShownParameter.of(tag);
        if (tag == MESSAGE_PAYLOAD) {
            userData("message_payload", length);
        } else if (shown == null) {
            add("tlv_0x" + HexFormat.of().toHexDigits((short) tag), Kind.HIDDEN, length);
        } else {
            add(shown.label(), shown.kind(), length);
        }
    }

    private void userData(String name, int length) {
        if (lost || at + length > pdu.length()) {
            lost = true;
            return;
        }
        int header = hasUserDataHeader ? ShownHeader.length(pdu, at, length) : 0;
        if (header > 0) {
            add("user_data_header", Kind.HEADER, header);
        }
        add(name, Kind.HIDDEN, length - header);
    }

    private int peek() {
        return at < pdu.length() ? pdu.at(at) : 0;
    }

    private void smallNumber(String name) {
        lost |= peek() >= FIRST_PRINTABLE;
        number(name);
    }

    private int number(String name) {
        if (lost || at >= pdu.length()) {
            lost = true;
            return 0;
        }
        int value = pdu.at(at);
        add(name, Kind.NUMBER, 1);
        return value;
    }

    // The specification counts the NUL in the longest.
    private void text(String name, Kind kind, int longest) {
        int end = at;
        while (end < pdu.length() && pdu.at(end) != 0) {
            end++;
        }
        if (lost || end == pdu.length() || end - at >= longest) {
            lost = true;
            return;
        }
        add(name, kind, end - at);
        at++;
    }

    private void rest() {
        if (at < pdu.length()) {
            add("unread", Kind.HIDDEN, pdu.length() - at);
        }
    }

    private void add(String name, Kind kind, int length) {
        fields.add(new PduField(name, kind, at, at + length));
        at += length;
    }
}
