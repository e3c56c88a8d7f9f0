package io.inlet.persistence;

import io.inlet.intake.Composer;
import io.inlet.intake.Disposition;
import io.inlet.intake.Draft;
import io.inlet.intake.PartContent;
import io.inlet.persistence.ReassemblyTable.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 2 of the commit: parts of long messages. The lock on a message's row decides who completes
 * it, over all gateways. Any thread, each with a connection of its own.
 */
final class LongMessages {
    private final ReassemblyTable table;
    private final Deliveries deliveries;
    private final Composer composer;

    LongMessages(ReassemblyTable table, Deliveries deliveries, Composer composer) {
        this.table = table;
        this.deliveries = deliveries;
        this.composer = composer;
    }

    /**
     * What became of the parts of a batch.
     *
     * @param waiting the answers for parts that completed nothing, by place
     * @param complete the messages that are over
     */
    record Taken(Map<Integer, Disposition> waiting, List<Newborn> complete) {}

    /** Takes parts, in the order of the batch. */
    Taken take(Connection connection, List<ArrivedPart> parts) throws SQLException {
        if (parts.isEmpty()) {
            return new Taken(Map.of(), List.of());
        }
        TreeMap<UUID, ArrivedPart> firsts = new TreeMap<>(UuidOrder.ASCENDING);
        parts.forEach(part -> firsts.putIfAbsent(part.submission().reassembly(), part));
        Map<UUID, Reassembly> open = table.lock(connection, firsts.values());
        Map<UUID, MessageId> rowIds = new HashMap<>();
        open.values().forEach(reassembly -> rowIds.put(reassembly.key(), reassembly.id()));
        addKept(connection, open, firsts);

        Map<UUID, MessageId> renamed = new HashMap<>();
        Map<Integer, Disposition> waiting = new HashMap<>();
        for (ArrivedPart part : parts) {
            Reassembly reassembly =
                    Objects.requireNonNull(open.get(part.submission().reassembly()));
            Disposition disposition = reassembly.add(part);
            if (disposition != null) {
                waiting.put(part.place(), disposition);
            }
            if (!reassembly.id().equals(part.submission().id())) {
                renamed.put(part.submission().fingerprint(), reassembly.id());
            }
        }
        List<Reassembly> reassemblies = List.copyOf(open.values());
        List<Newborn> complete = complete(connection, reassemblies);
        keep(connection, reassemblies, rowIds);
        deliveries.rename(connection, renamed);
        return new Taken(waiting, complete);
    }

    private void addKept(
            Connection connection, Map<UUID, Reassembly> open, Map<UUID, ArrivedPart> firsts)
            throws SQLException {
        Map<UUID, Reassembly> found = new HashMap<>(open);
        firsts.forEach((key, first) -> found.remove(key, madeBy(first, open.get(key))));
        if (!found.isEmpty()) {
            table.addKept(connection, found);
        }
    }

    private static @Nullable Reassembly madeBy(ArrivedPart first, @Nullable Reassembly open) {
        return open != null && open.id().equals(first.submission().id()) ? open : null;
    }

    private List<Newborn> complete(Connection connection, List<Reassembly> reassemblies)
            throws SQLException {
        List<UUID> usedUp =
                reassemblies.stream()
                        .filter(Reassembly::keptPartsAreOver)
                        .map(Reassembly::key)
                        .toList();
        Map<UUID, Content> contents =
                usedUp.isEmpty() ? Map.of() : table.contents(connection, usedUp);
        List<Newborn> complete = new ArrayList<>();
        for (Reassembly reassembly : reassemblies) {
            for (Assembly assembly : reassembly.over()) {
                Newborn newborn = newborn(assembly, contents);
                if (newborn != null) {
                    complete.add(newborn);
                }
            }
        }
        return complete;
    }

    /** Composes a message, or null if the content of all its parts was purged. */
    private @Nullable Newborn newborn(Assembly assembly, Map<UUID, Content> contents) {
        List<KeptPart> parts = new ArrayList<>(assembly.parts().size());
        List<PartContent> texts = new ArrayList<>(assembly.parts().size());
        int deliveries = 1;
        for (KeptPart part : assembly.parts()) {
            Content content = contents.get(part.fingerprint());
            if (part.arrived() != null) {
                texts.add(PartContent.of(part.arrived().submission().arrival()));
            } else if (content != null) {
                texts.add(content.part());
                deliveries = Math.max(deliveries, content.copies());
            } else {
                continue;
            }
            parts.add(part);
        }
        if (parts.isEmpty()) {
            return null;
        }
        parts.sort(Comparator.comparing(KeptPart::arrivedAt));
        Draft draft = composer.assembled(assembly.id(), texts, times(parts), assembly.total());
        return new Newborn(
                assembly.last().place(),
                draft,
                parts.getLast().bind(),
                parts.stream().anyMatch(KeptPart::simulated),
                claims(assembly, parts),
                deliveries);
    }

    private static List<Claim> claims(Assembly assembly, List<KeptPart> parts) {
        // One long message has one destination: it is part of the key.
        String destination = assembly.last().submission().arrival().destination().value();
        return Lists.map(parts, part -> new Claim(destination, part.arrivedAt()));
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

    private void keep(
            Connection connection, List<Reassembly> reassemblies, Map<UUID, MessageId> rowIds)
            throws SQLException {
        List<UUID> usedUp = new ArrayList<>();
        List<UUID> over = new ArrayList<>();
        List<Reassembly> restarted = new ArrayList<>();
        List<ArrivedPart> waiting = new ArrayList<>();
        for (Reassembly reassembly : reassemblies) {
            if (reassembly.keptPartsAreOver()) {
                usedUp.add(reassembly.key());
            }
            if (reassembly.isEmpty()) {
                over.add(reassembly.key());
            } else if (!reassembly.id().equals(rowIds.get(reassembly.key()))) {
                restarted.add(reassembly);
            }
            waiting.addAll(reassembly.waiting());
        }
        if (!usedUp.isEmpty()) {
            table.forgetParts(connection, usedUp);
        }
        if (!over.isEmpty()) {
            table.forget(connection, over);
        }
        if (!restarted.isEmpty()) {
            table.restart(connection, restarted);
        }
        if (!waiting.isEmpty()) {
            table.keep(connection, waiting);
        }
    }
}
