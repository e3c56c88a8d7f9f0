package io.inlet.http;

import java.util.Map;

/** A PDU as the operators' contract writes it. */
record TraceJson(
        String at,
        String direction,
        int session,
        String command,
        String status,
        long sequenceNumber,
        int octets,
        Map<String, Object> fields) {
    static TraceJson of(TraceLine line) {
        return new TraceJson(
                Timestamps.text(line.at()),
                line.direction(),
                line.session(),
                line.command(),
                line.status(),
                line.sequenceNumber(),
                line.octets(),
                line.fields());
    }
}
