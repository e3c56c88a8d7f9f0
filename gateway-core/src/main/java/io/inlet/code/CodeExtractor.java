package io.inlet.code;

/** Reads the one-time code out of a message. Implementations are stateless; lanes call them. */
public interface CodeExtractor {
    /**
     * Reads one message, in time linear in its length.
     *
     * @param text the decoded text, of any length and script
     * @param sender the sender as shown to people, or empty
     */
    CodeReading read(String text, String sender);
}
