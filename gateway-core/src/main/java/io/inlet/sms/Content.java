package io.inlet.sms;

import io.inlet.code.CodeReading;
import io.inlet.id.Counted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a message that is sealed at rest. Its text form says nothing of it.
 *
 * @param text the decoded text; never holds U+0000
 * @param sender who it claims to come from
 * @param destination the address it was sent to, as received
 * @param reading what the text says about codes
 * @param parts what came of it, in the order of the part numbers
 * @param encoding how the text was written, its first part's if they differ
 * @param ports the applications that its first part's header names, or null if it is for people
 * @param carrierFields what its first part's carrier said in TLVs of its own
 */
public record Content(
        String text,
        Sender sender,
        Address destination,
        CodeReading reading,
        List<ReceivedPart> parts,
        Encoding encoding,
        @Nullable Ports ports,
        List<CarrierField> carrierFields) {
    public Content {
        parts = List.copyOf(parts);
        carrierFields = List.copyOf(carrierFields);
    }

    /**
     * Whether a reader learns the same from both. How the text was written does not count: two
     * alphabets that have the same characters at the same places read it alike. Nor does which
     * version of the rules read its code, as long as they read the same.
     */
    public boolean saysTheSameAs(Content other) {
        return reading.saysTheSameAs(other.reading)
                && with(other.encoding, other.reading).equals(other);
    }

    /** The same with another reading of its text. */
    public Content readAs(CodeReading other) {
        return with(encoding, other);
    }

    private Content with(Encoding written, CodeReading read) {
        return new Content(text, sender, destination, read, parts, written, ports, carrierFields);
    }

    @Override
    public String toString() {
        return "content of %s in %s"
                .formatted(
                        Counted.of(text.length(), "character"), Counted.of(parts.size(), "part"));
    }
}
