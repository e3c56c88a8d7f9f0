package io.inlet.app;

/** What a line of messages holds, as {@code inlet codes --jsonl} takes them. */
sealed interface MessageLine {
    /** Nothing, which is no fault. */
    record Blank() implements MessageLine {}

    /** A message; the sender is empty if it is not known. */
    record Message(String id, String text, String sender) implements MessageLine {
        @Override
        public String toString() {
            return "message";
        }
    }

    /** No message, with all that is wrong. */
    record Wrong(String what) implements MessageLine {}
}
