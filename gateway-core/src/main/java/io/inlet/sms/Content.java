package io.inlet.sms;

import io.inlet.code.CodeReading;
import io.inlet.id.Counted;
import java.util.List;

/**
 * All of a message that is sealed at rest. Its text form says nothing of it.
 *
 * @param text the decoded text; never holds U+0000
 * @param sender who it claims to come from
 * @param destination the address it was sent to, as received
 * @param reading what the text says about codes
 * @param parts what came of it, in the order of the part numbers
 */
public record Content(
        String text,
        Sender sender,
        Address destination,
        CodeReading reading,
        List<ReceivedPart> parts) {
    public Content {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "content of %s in %s"
                .formatted(
                        Counted.of(text.length(), "character"), Counted.of(parts.size(), "part"));
    }
}
