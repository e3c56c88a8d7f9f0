package io.inlet.app;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-8 in which nothing is guessed. */
final class StrictUtf8 {
    private StrictUtf8() {}

    /** The text of octets, or null if they are none. */
    static @Nullable String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
