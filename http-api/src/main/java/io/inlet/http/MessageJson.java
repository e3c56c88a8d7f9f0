package io.inlet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.inlet.code.CodeReading;
import io.inlet.id.EnumName;
import io.inlet.sms.Message;
import io.inlet.sms.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as the contract has it; the components are its field names. */
record MessageJson(
        String id,
        String leaseId,
        String numberUsed,
        String senderId,
        SenderJson sender,
        String content,
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
    record SenderJson(String raw, String kind, int ton, int npi) {
        static SenderJson of(Sender sender) {
            return new SenderJson(
                    sender.raw(), EnumName.of(sender.kind()), sender.ton(), sender.npi());
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

        static @Nullable OtpJson of(CodeReading reading, Instant receivedAt) {
            String code = reading.code();
            if (code == null) {
                return null;
            }
            String display = reading.display();
            Duration validFor = reading.validFor();
            return new OtpJson(
                    display == null ? code : display,
                    EnumName.of(reading.kind()),
                    reading.brand(),
                    EnumName.of(reading.purpose()),
                    validFor == null ? null : Timestamps.text(receivedAt.plus(validFor)),
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
                reading.code(),
                OtpJson.of(reading, times.receivedAt()),
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
