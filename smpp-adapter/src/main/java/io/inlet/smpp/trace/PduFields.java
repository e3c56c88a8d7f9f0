package io.inlet.smpp.trace;

import io.inlet.smpp.trace.PduField.Kind;
import io.inlet.sms.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the fields of a PDU (SMPP 3.4, section 4), as far as it keeps to the specification: what
 * comes after the first field that cannot be is one hidden field. Used once, by one thread.
 */
final class PduFields {
    private static final int HEADER_OCTETS = 16;
    private static final int UDHI = 0x40;
    private static final int MESSAGE_PAYLOAD = 0x0424;

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
            case PduHeader.DELIVER_SM -> deliverSm();
            case PduHeader.DATA_SM -> dataSm();
            case PduHeader.BIND_RECEIVER, PduHeader.BIND_TRANSMITTER, PduHeader.BIND_TRANSCEIVER ->
                    bind();
            case PduHeader.OUTBIND -> {
                text("system_id", Kind.TEXT);
                text("password", Kind.HIDDEN);
            }
            default -> response(commandId);
        }
        parameters();
        rest();
    }

    private void bind() {
        text("system_id", Kind.TEXT);
        text("password", Kind.HIDDEN);
        text("system_type", Kind.TEXT);
        number("interface_version");
        number("addr_ton");
        number("addr_npi");
        text("address_range", Kind.TEXT);
    }

    private void response(int commandId) {
        switch (commandId & ~PduHeader.RESPONSE) {
            case PduHeader.BIND_RECEIVER, PduHeader.BIND_TRANSMITTER, PduHeader.BIND_TRANSCEIVER ->
                    text("system_id", Kind.TEXT);
            case PduHeader.DELIVER_SM, PduHeader.DATA_SM -> text("message_id", Kind.TEXT);
            default -> {}
        }
    }

    private void addresses() {
        text("service_type", Kind.TEXT);
        number("source_addr_ton");
        number("source_addr_npi");
        text("source_addr", Kind.ADDRESS);
        number("dest_addr_ton");
        number("dest_addr_npi");
        text("destination_addr", Kind.ADDRESS);
        hasUserDataHeader = (number("esm_class") & UDHI) != 0;
    }

    private void deliverSm() {
        addresses();
        number("protocol_id");
        number("priority_flag");
        text("schedule_delivery_time", Kind.TEXT);
        text("validity_period", Kind.TEXT);
        number("registered_delivery");
        number("replace_if_present_flag");
        number("data_coding");
        number("sm_default_msg_id");
        userData("short_message", number("sm_length"));
    }

    private void dataSm() {
        addresses();
        number("registered_delivery");
        number("data_coding");
    }

    // Section 5.3: tag, length, value.
    private void parameters() {
        while (!lost && at + 4 <= pdu.length()) {
            int tag = pdu.at(at) << 8 | pdu.at(at + 1);
            int length = pdu.at(at + 2) << 8 | pdu.at(at + 3);
            if (at + 4 + length > pdu.length()) {
                return;
            }
            at += 4;
            if (tag == MESSAGE_PAYLOAD) {
                userData("message_payload", length);
            } else {
                ShownParameter shown = ShownParameter.of(tag);
                add(
                        shown == null ? String.format("tlv_0x%04x", tag) : shown.label(),
                        shown == null ? Kind.HIDDEN : shown.kind(),
                        length);
            }
        }
    }

    private void userData(String name, int length) {
        if (lost || at + length > pdu.length()) {
            lost = true;
            return;
        }
        int header = hasUserDataHeader && length > 0 ? 1 + pdu.at(at) : 0;
        if (header > 0 && header <= length) {
            add("user_data_header", Kind.HEADER, header);
            add(name, Kind.HIDDEN, length - header);
        } else {
            add(name, Kind.HIDDEN, length);
        }
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

    private void text(String name, Kind kind) {
        int end = at;
        while (end < pdu.length() && pdu.at(end) != 0) {
            end++;
        }
        if (lost || end == pdu.length()) {
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
