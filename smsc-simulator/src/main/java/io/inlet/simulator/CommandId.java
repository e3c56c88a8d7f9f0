package io.inlet.simulator;

import java.util.Map;
import java.util.TreeMap;

/** command_id values that the carrier and its scripts know (SMPP 3.4, section 5.1.2.1). */
public final class CommandId {
    static final int RESPONSE = 0x8000_0000;
    static final int GENERIC_NACK = RESPONSE;
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int DELIVER_SM_RESP = RESPONSE | 0x05;
    static final int UNBIND = 0x06;
    static final int UNBIND_RESP = RESPONSE | UNBIND;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int OUTBIND = 0x0b;
    static final int ENQUIRE_LINK = 0x15;
    static final int ENQUIRE_LINK_RESP = RESPONSE | ENQUIRE_LINK;
    static final int ALERT_NOTIFICATION = 0x102;
    static final int DATA_SM_RESP = RESPONSE | 0x103;

    private CommandId() {}

    private static final Map<String, Integer> NAMED = named();

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new TreeMap<>();
        String[] requests = {
            "bind_receiver",
            "bind_transmitter",
            "query_sm",
            "submit_sm",
            "deliver_sm",
            "unbind",
            "replace_sm",
            "cancel_sm",
            "bind_transceiver"
        };
        for (int i = 0; i < requests.length; i++) {
            add(named, requests[i], i + 1);
        }
        add(named, "enquire_link", ENQUIRE_LINK);
        add(named, "submit_multi", 0x21);
        add(named, "data_sm", 0x103);
        named.put("outbind", OUTBIND);
        named.put("alert_notification", ALERT_NOTIFICATION);
        named.put("generic_nack", GENERIC_NACK);
        return Map.copyOf(named);
    }

    private static void add(Map<String, Integer> named, String request, int commandId) {
        named.put(request, commandId);
        named.put(request + "_resp", RESPONSE | commandId);
    }

    /**
     * The value for a name such as {@code unbind_resp}, or for a number such as {@code 0x80000006}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static int parse(String text) {
        Integer named = NAMED.get(text);
        if (named != null) {
            return named;
        }
        if (text.matches("0x[0-9a-fA-F]{1,8}")) {
            return Integer.parseUnsignedInt(text.substring(2), 16);
        }
        throw new IllegalArgumentException(
                "PDU: expected 0x and digits or a name such as unbind_resp, found another");
    }

    static boolean isRequest(int commandId) {
        return (commandId & RESPONSE) == 0;
    }

    static String hex(int commandId) {
        return "0x%08x".formatted(commandId);
    }
}
