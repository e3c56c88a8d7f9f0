package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;

/** What a line of messages holds, as {@code inlet codes --jsonl} takes them. */
sealed interface MessageLine {
    /** Nothing, which is no fault. */
    record Blank() implements MessageLine {}

    /** A message; its id is a string or a number, and the sender is empty if it is not known. */
    record Message(JsonNode id, String text, String sender) implements MessageLine {
        @Override
        public String toString() {
            return "message";
        }
    }

    /** No message, with all that is wrong. */
    record Wrong(String what) implements MessageLine {}
}
