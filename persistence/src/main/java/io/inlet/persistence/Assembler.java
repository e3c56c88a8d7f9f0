package io.inlet.persistence;

import io.inlet.id.Uuid7;
import io.inlet.intake.Composer;
import io.inlet.intake.Draft;
import io.inlet.intake.PartContent;
import io.inlet.persistence.LateParts.Piece;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the parts of long messages together. Any thread. */
final class Assembler {
    private final Composer composer;

    Assembler(Composer composer) {
        this.composer = composer;
    }

    /**
     * Puts together what is here, or gives null if the content of all its parts was purged.
     *
     * @param contents what the parts in the database say, by fingerprint
     */
    @Nullable LateParts put(Assembly assembly, Map<UUID, ReassemblyTable.Content> contents) {
        List<Piece> pieces = new ArrayList<>(assembly.parts().size());
        int deliveries = 1;
        for (KeptPart part : assembly.parts()) {
            ReassemblyTable.Content content = contents.get(part.fingerprint());
            if (part.arrived() != null) {
                PartContent text = PartContent.of(part.arrived().submission().arrival());
                pieces.add(new Piece(part, text));
            } else if (content != null) {
                pieces.add(new Piece(part, content.part()));
                deliveries = Math.max(deliveries, content.copies());
            }
        }
        if (pieces.isEmpty()) {
            return null;
        }
        List<KeptPart> byArrival = byArrival(pieces);
        Newborn whole =
                new Newborn(
                        assembly.place(),
                        draft(assembly.id(), pieces, assembly.total()),
                        byArrival.getLast().bind(),
                        byArrival.stream().anyMatch(KeptPart::simulated),
                        claims(pieces, byArrival),
                        deliveries,
                        false);
        return new LateParts(assembly.key(), whole, pieces);
    }

    /**
     * The late parts alone, as nobody's: the whole does not belong to the one who has what was
     * told.
     *
     * @param told the numbers of the parts that were told
     */
    Newborn stray(LateParts late, Set<Integer> told) {
        List<Piece> shown = late.untold(told);
        KeptPart first = byArrival(shown).getFirst();
        ArrivedPart arrived = first.arrived();
        MessageId id =
                arrived == null
                        ? new MessageId(Uuid7.mint(first.arrivedAt()))
                        : arrived.submission().id();
        Newborn whole = late.whole();
        int total = whole.draft().segments().total();
        return new Newborn(
                whole.place(),
                draft(id, shown, total),
                whole.bind(),
                whole.simulated(),
                whole.claims(),
                1,
                true);
    }

    /** A message whose owner is known, as the owner reads it. */
    Newborn ownedBy(TenantId tenant, Newborn newborn) {
        return newborn.readAs(composer.ownedBy(tenant, newborn.draft()));
    }

    private Draft draft(MessageId id, List<Piece> pieces, int total) {
        List<KeptPart> byArrival = byArrival(pieces);
        return composer.assembled(id, Lists.map(pieces, Piece::content), times(byArrival), total);
    }

    private static List<KeptPart> byArrival(List<Piece> pieces) {
        return pieces.stream()
                .map(Piece::part)
                .sorted(Comparator.comparing(KeptPart::arrivedAt))
                .toList();
    }

    // One long message has one destination: it is part of the key.
    private static List<Claim> claims(List<Piece> pieces, List<KeptPart> byArrival) {
        String destination = pieces.getFirst().content().destination().value();
        return Lists.map(byArrival, part -> new Claim(destination, part.arrivedAt()));
    }

    private static Message.Times times(List<KeptPart> parts) {
        @Nullable Instant sentAt =
                parts.stream()
                        .map(KeptPart::sentAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new Message.Times(parts.getFirst().arrivedAt(), parts.getLast().arrivedAt(), sentAt);
    }
}
