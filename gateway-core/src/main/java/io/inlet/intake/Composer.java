package io.inlet.intake;

import io.inlet.code.CodeExtractor;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
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
        Content content = content(List.of(PartContent.of(segment)));
        return new Draft(id, content, times, new Message.Segments(1, 1));
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
        var segments = new Message.Segments(parts.size(), total);
        return new Draft(id, content(parts), times, segments);
    }

    private Content content(List<PartContent> parts) {
        PartContent first = parts.getFirst();
        Encoding encoding = first.userData().encoding();
        String text = TextDecoder.decode(parts.stream().map(PartContent::userData).toList());
        Sender sender = SenderReader.read(first.source(), first.envelope());
        List<Octets> pdus = parts.stream().map(PartContent::pdu).toList();
        return new Content(
                text,
                sender,
                first.envelope().destination(),
                // Digits of hexadecimal are no code.
                extractor.read(encoding.isBinary() ? "" : text, sender.display()),
                pdus,
                encoding,
                first.envelope().ports(),
                first.envelope().carrierFields());
    }
}
