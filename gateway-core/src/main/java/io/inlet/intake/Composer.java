package io.inlet.intake;

import io.inlet.code.CodeExtractor;
import io.inlet.code.CodeReading;
import io.inlet.code.TenantExtractor;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.Segment;
import io.inlet.sms.Sender;
import io.inlet.sms.SenderReader;
import io.inlet.sms.TextDecoder;
import io.inlet.tenant.TenantId;
import java.util.List;

/**
 * Makes messages out of segments: joins, decodes, reads the code. Stateless; lanes call it, and so
 * does the store when a long message becomes complete inside a commit.
 */
public final class Composer {
    private final CodeExtractor extractor;
    private final TenantExtractor own;

    /** For tenants that have no rules of their own. */
    public Composer(CodeExtractor extractor) {
        this(extractor, TenantExtractor.NONE);
    }

    /**
     * @param own reads for a tenant, once it is known whose a message is
     */
    public Composer(CodeExtractor extractor, TenantExtractor own) {
        this.extractor = extractor;
        this.own = own;
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
        return draft(id, List.of(part), new JoinedText(text, text), times);
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
        Draft draft = draft(id, parts, JoinedText.of(parts, total), times);
        return draft.of(Message.Segments.of(total, draft.content().parts()));
    }

    /**
     * Reads the codes of a stored message again. Text and sender stay as they were read by the
     * settings of their time. By the rules of its time the reading is what it was.
     *
     * @param segments which of its parts are in it
     */
    public Draft readAgain(
            MessageId id, Content stored, Message.Times times, Message.Segments segments) {
        String sure = JoinedText.sure(stored.text(), segments.missing());
        if (sure == null) {
            return new Draft(id, stored, times, segments, "");
        }
        String readable = readable(stored.encoding(), sure);
        CodeReading reading = extractor.read(readable, stored.sender().display());
        return new Draft(id, stored.readAs(reading), times, segments, readable);
    }

    /**
     * A message as the tenant has it whose it is: read by its own rules where one fits. The draft
     * itself stays as it is for anybody, so that it can still become another's.
     */
    public Draft ownedBy(TenantId tenant, Draft draft) {
        String sender = draft.content().sender().display();
        CodeReading reading = own.read(tenant, draft.readable(), sender);
        return reading == null ? draft : draft.readAs(reading);
    }

    private Draft draft(
            MessageId id, List<PartContent> parts, JoinedText joined, Message.Times times) {
        PartContent first = parts.getFirst();
        Encoding encoding = first.userData().encoding();
        Sender sender = SenderReader.read(first.source(), first.envelope());
        String readable = readable(encoding, joined.sure());
        Content content =
                new Content(
                        joined.text(),
                        sender,
                        first.envelope().destination(),
                        extractor.read(readable, sender.display()),
                        parts.stream().map(PartContent::received).toList(),
                        encoding,
                        first.envelope().ports(),
                        first.envelope().carrierFields());
        return new Draft(id, content, times, Message.Segments.complete(parts.size()), readable);
    }

    // Digits of hexadecimal are no code.
    private static String readable(Encoding encoding, String text) {
        return encoding.isBinary() ? "" : text;
    }
}
