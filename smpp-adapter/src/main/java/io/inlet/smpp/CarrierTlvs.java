package io.inlet.smpp;

import io.inlet.sms.CarrierField;
import io.inlet.sms.Octets;
import io.inlet.sms.Segment.CarrierFacts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a carrier's own TLVs by the settings of a bind. A value that does not fit its type is left
 * out: the PDU has it still. Never throws; immutable.
 */
final class CarrierTlvs {
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_OCTETS = 128;
    private static final int LONGEST_MESSAGE_ID = 128;

    private final List<TlvSettings> settings;
    private final Set<Integer> tags;

    CarrierTlvs(List<TlvSettings> settings) {
        this.settings = settings;
        this.tags = settings.stream().map(TlvSettings::tag).collect(Collectors.toUnmodifiableSet());
    }

    /** Those tags whose values {@link OptionalParameters} is to keep. */
    Set<Integer> tags() {
        return tags;
    }

    /** The fields in the order of the settings. */
    List<CarrierField> fields(OptionalParameters optional) {
        if (settings.isEmpty()) {
            return List.of();
        }
        List<CarrierField> fields = new ArrayList<>();
        for (TlvSettings tlv : settings) {
            CarrierField field = field(tlv, optional.value(tlv.tag()));
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    /**
     * The carrier's timestamp and message id: what the settings name, else what the specification
     * has for them.
     *
     * @param scheduleDeliveryTime as received: some carriers put their timestamp there
     */
    CarrierFacts facts(OptionalParameters optional, @Nullable String scheduleDeliveryTime) {
        Instant sentAt = null;
        String messageId = null;
        for (TlvSettings tlv : settings) {
            Octets value = optional.value(tlv.tag());
            switch (tlv.use()) {
                case FIELD -> {}
                case SENT_AT -> sentAt = value == null ? null : time(value);
                case MESSAGE_ID -> messageId = messageId(field(tlv, value));
            }
        }
        if (sentAt == null && scheduleDeliveryTime != null) {
            sentAt = CarrierTimes.absolute(scheduleDeliveryTime);
        }
        if (messageId == null) {
            messageId = optional.messageId();
        }
        return sentAt == null && messageId == null
                ? CarrierFacts.NONE
                : new CarrierFacts(sentAt, messageId);
    }

    private static @Nullable String messageId(@Nullable CarrierField field) {
        String id =
                switch (field) {
                    case CarrierField.Text text -> text.value();
                    case CarrierField.Whole whole -> Long.toString(whole.value());
                    case null -> "";
                };
        return id.isEmpty() || id.length() > LONGEST_MESSAGE_ID ? null : id;
    }

    private static @Nullable CarrierField field(TlvSettings tlv, @Nullable Octets value) {
        if (value == null) {
            return null;
        }
        return switch (tlv.type()) {
            case TEXT -> new CarrierField.Text(tlv.name(), text(value));
            case OCTETS -> new CarrierField.Text(tlv.name(), cut(value, MOST_OCTETS).toHex());
            case INTEGER ->
                    isNumber(value) ? new CarrierField.Whole(tlv.name(), number(value)) : null;
            case TIME -> {
                Instant time = time(value);
                yield time == null ? null : new CarrierField.Text(tlv.name(), time.toString());
            }
        };
    }

    private static @Nullable Instant time(Octets value) {
        if (value.length() == Integer.BYTES || value.length() == Long.BYTES) {
            return CarrierTimes.read(number(value), value.length());
        }
        return CarrierTimes.read(text(value).strip());
    }

    private static boolean isNumber(Octets value) {
        return value.length() >= 1 && value.length() <= Long.BYTES;
    }

    private static long number(Octets value) {
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = number << Byte.SIZE | value.at(i);
        }
        return number;
    }

    private static String text(Octets value) {
        String decoded = decoded(untilNul(value));
        StringBuilder text = new StringBuilder(Math.min(decoded.length(), LONGEST_TEXT));
        int end = decoded.length();
        if (end > LONGEST_TEXT) {
            end =
                    Character.isHighSurrogate(decoded.charAt(LONGEST_TEXT - 1))
                            ? LONGEST_TEXT - 1
                            : LONGEST_TEXT;
        }
        for (int i = 0; i < end; i++) {
            char c = decoded.charAt(i);
            text.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return text.toString();
    }

    private static String decoded(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] untilNul(Octets value) {
        int length = 0;
        while (length < value.length() && value.at(length) != 0) {
            length++;
        }
        return value.slice(0, length).array();
    }

    private static Octets cut(Octets value, int most) {
        return value.length() <= most ? value : value.slice(0, most);
    }
}
