package io.inlet.intake;

import io.inlet.code.CodeExtractor;
import io.inlet.code.CodeReading;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.Segment;
import io.inlet.sms.Sender;
import io.inlet.sms.SenderReader;
import io.inlet.sms.TextDecoder;
import java.util.List;

/**
 * Makes messages out of segments: joins, decodes, reads the code. Stateless; lanes call it, and so
 * does the store when a long message becomes complete inside a commit.
 */
public final class Composer {
    private final CodeExtractor extractor;

    public Composer(CodeExtractor extractor) {
        this.extractor = extractor;
    }

    /** A message of one segment. */
    public Draft whole(Segment segment, MessageId id) {
        var times =
                new Message.Times(
                        segment.receivedAt(),
                        segment.receivedAt(),
                        segment.carrierFacts().sentAt());
        PartContent part = PartContent.of(segment);
        String text = TextDecoder.decode(List.of(part.userData()));
        Content content = content(List.of(part), new JoinedText(text, text));
        return new Draft(id, content, times, Message.Segments.complete(1));
    }

    /**
     * A message of several parts.
     *
     * @param id the id that its first part got
     * @param parts those that are here, in the order of their part numbers, at least one
     * @param times its instants
     * @param total how many parts there are
     */
    public Draft assembled(MessageId id, List<PartContent> parts, Message.Times times, int total) {
        Content content = content(parts, JoinedText.of(parts, total));
        return new Draft(id, content, times, Message.Segments.of(total, content.parts()));
    }

    /**
     * Reads the codes of a stored message again. Text and sender stay as they were read by the
     * settings of their time. By the rules of its time the reading is what it was.
     *
     * @param segments which of its parts are in it
     */
    public CodeReading readAgain(Content stored, Message.Segments segments) {
        String sure = JoinedText.sure(stored.text(), segments.missing());
        return sure == null ? stored.reading() : reading(stored.encoding(), sure, stored.sender());
    }

    private Content content(List<PartContent> parts, JoinedText joined) {
        PartContent first = parts.getFirst();
        Encoding encoding = first.userData().encoding();
        Sender sender = SenderReader.read(first.source(), first.envelope());
        return new Content(
                joined.text(),
                sender,
                first.envelope().destination(),
                reading(encoding, joined.sure(), sender),
                parts.stream().map(PartContent::received).toList(),
                encoding,
                first.envelope().ports(),
                first.envelope().carrierFields());
    }

    private CodeReading reading(Encoding encoding, String text, Sender sender) {
        // Digits of hexadecimal are no code.
        return extractor.read(encoding.isBinary() ? "" : text, sender.display());
    }
}
