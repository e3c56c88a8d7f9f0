package io.inlet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.inlet.code.CodeReading;
import io.inlet.id.EnumName;
import io.inlet.sms.CarrierField;
import io.inlet.sms.Encoding;
import io.inlet.sms.Expiry;
import io.inlet.sms.Message;
import io.inlet.sms.MessageWaiting;
import io.inlet.sms.Ports;
import io.inlet.sms.Sender;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as the contract has it; the components are its field names. */
record MessageJson(
        String id,
        String leaseId,
        String numberUsed,
        String senderId,
        SenderJson sender,
        String content,
        EncodingJson encoding,
        @Nullable Ports ports,
        Map<String, Object> carrierFields,
        @Nullable String code,
        @Nullable OtpJson otp,
        @Nullable String routingTag,
        String receivedAt,
        String completedAt,
        @Nullable String sentAt,
        String status,
        SegmentsJson segments,
        int deliveryCount,
        int version,
        boolean simulated) {

    /** The address as the carrier gave it. */
    record SenderJson(String raw, String kind, int ton, int npi, @Nullable String country) {
        static SenderJson of(Sender sender) {
            return new SenderJson(
                    sender.raw(),
                    EnumName.of(sender.kind()),
                    sender.ton(),
                    sender.npi(),
                    sender.country());
        }
    }

    /** How the text was written. */
    record EncodingJson(
            int dataCoding,
            String alphabet,
            @Nullable Integer messageClass,
            @Nullable MessageWaitingJson messageWaiting,
            boolean binary) {
        static EncodingJson of(Encoding encoding) {
            MessageWaiting waiting = encoding.messageWaiting();
            return new EncodingJson(
                    encoding.dataCoding(),
                    EnumName.of(encoding.alphabet()),
                    encoding.messageClass(),
                    waiting == null ? null : MessageWaitingJson.of(waiting),
                    encoding.isBinary());
        }
    }

    /** What a message waiting indication says. */
    record MessageWaitingJson(String kind, boolean active, boolean stored) {
        static MessageWaitingJson of(MessageWaiting waiting) {
            return new MessageWaitingJson(
                    EnumName.of(waiting.kind()), waiting.active(), waiting.stored());
        }
    }

    /** Which parts are here. */
    record SegmentsJson(int have, int total, List<Integer> missing, boolean complete) {
        static SegmentsJson of(Message.Segments segments) {
            return new SegmentsJson(
                    segments.have(), segments.total(), segments.missing(), segments.isComplete());
        }
    }

    /** What is known of a code. */
    record OtpJson(
            String display,
            String kind,
            @Nullable String brand,
            String purpose,
            @Nullable String validUntil,
            double confidence,
            int ruleVersion,
            List<String> candidates) {

        static @Nullable OtpJson of(CodeReading reading, @Nullable Instant validUntil) {
            String code = reading.code();
            if (code == null) {
                return null;
            }
            String display = reading.display();
            return new OtpJson(
                    display == null ? code : display,
                    EnumName.of(reading.kind()),
                    reading.brand(),
                    EnumName.of(reading.purpose()),
                    Timestamps.orNull(validUntil),
                    reading.confidence(),
                    reading.ruleVersion(),
                    reading.candidates());
        }
    }

    /** Answers a list. */
    record Page(List<MessageJson> messages, boolean hasMore, String cursor) {}

    /** Answers a wait. */
    record Wait(
            String status,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageJson message,
            String cursor) {}

    private static Map<String, Object> carrierFields(List<CarrierField> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (CarrierField field : fields) {
            switch (field) {
                case CarrierField.Text text -> values.put(text.name(), text.value());
                case CarrierField.Whole whole -> values.put(whole.name(), whole.value());
            }
        }
        return values;
    }

    static MessageJson of(Message message) {
        CodeReading reading = message.content().reading();
        Sender sender = message.content().sender();
        Message.Times times = message.times();
        return new MessageJson(
                message.id().toString(),
                message.lease().toString(),
                message.numberUsed().e164(),
                sender.display(),
                SenderJson.of(sender),
                message.content().text(),
                EncodingJson.of(message.content().encoding()),
                message.content().ports(),
                carrierFields(message.content().carrierFields()),
                reading.code(),
                OtpJson.of(reading, Expiry.of(reading, times.receivedAt(), message.numberUsed())),
                message.routingTag(),
                Timestamps.text(times.receivedAt()),
                Timestamps.text(times.completedAt()),
                Timestamps.orNull(times.sentAt()),
                EnumName.of(message.status()),
                SegmentsJson.of(message.segments()),
                message.deliveryCount(),
                message.version(),
                message.simulated());
    }
}
