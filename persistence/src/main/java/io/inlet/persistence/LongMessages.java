package io.inlet.persistence;

import io.inlet.intake.Disposition;
import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Assembler assembler;
    private final Suspensions suspensions;

    LongMessages(
            ReassemblyTable table,
            Deliveries deliveries,
            Assembler assembler,
            Suspensions suspensions) {
        this.table = table;
        this.deliveries = deliveries;
        this.assembler = assembler;
        this.suspensions = suspensions;
    }

    /**
     * What became of the parts of a batch.
     *
     * @param waiting the answers for parts that completed nothing, by place
     * @param over the messages that are to be told
     */
    record Taken(Map<Integer, Disposition> waiting, Over over) {}

    /**
     * Messages that are to be told.
     *
     * @param complete those that are told for the first time
     * @param late those that were told before, without some of their parts
     */
    record Over(List<Newborn> complete, List<LateParts> late) {
        static final Over NONE = new Over(List.of(), List.of());
    }

    /** Takes parts, in the order of the batch. */
    Taken take(Connection connection, List<ArrivedPart> parts) throws SQLException {
        if (parts.isEmpty()) {
            return new Taken(Map.of(), Over.NONE);
        }
        TreeMap<UUID, ArrivedPart> firsts = new TreeMap<>(UuidOrder.ASCENDING);
        parts.forEach(part -> firsts.putIfAbsent(part.submission().reassembly(), part));
        Map<UUID, Reassembly> open = table.lock(connection, firsts.values());
        addKept(connection, open, firsts);
        hold(connection, open.values());

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
        Over over = over(connection, reassemblies);
        keep(connection, reassemblies);
        deliveries.rename(connection, renamed);
        return new Taken(waiting, over);
    }

    private void hold(Connection connection, Collection<Reassembly> reassemblies)
            throws SQLException {
        List<Reassembly> told = reassemblies.stream().filter(r -> r.row().told()).toList();
        Set<UUID> held = suspensions.messages(connection, Lists.map(told, r -> r.id().uuid()));
        told.stream().filter(r -> held.contains(r.id().uuid())).forEach(Reassembly::hold);
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

    private Over over(Connection connection, List<Reassembly> reassemblies) throws SQLException {
        List<Assembly> assemblies = new ArrayList<>();
        List<UUID> usedUp = new ArrayList<>();
        for (Reassembly reassembly : reassemblies) {
            assemblies.addAll(reassembly.over());
            if (reassembly.keptPartsAreOver()) {
                usedUp.add(reassembly.key());
            }
        }
        return put(connection, assemblies, usedUp);
    }

    /**
     * Puts messages together as they are.
     *
     * @param kept those of which parts are in the database
     */
    Over put(Connection connection, List<Assembly> assemblies, List<UUID> kept)
            throws SQLException {
        Map<UUID, ReassemblyTable.Content> contents =
                kept.isEmpty() ? Map.of() : table.contents(connection, kept);
        List<Newborn> complete = new ArrayList<>();
        List<LateParts> late = new ArrayList<>();
        for (Assembly assembly : assemblies) {
            LateParts parts = assembler.put(assembly, contents);
            if (parts != null && assembly.told()) {
                late.add(parts);
            } else if (parts != null) {
                complete.add(parts.whole());
            }
        }
        return new Over(complete, late);
    }

    private void keep(Connection connection, List<Reassembly> reassemblies) throws SQLException {
        List<UUID> usedUp = new ArrayList<>();
        List<UUID> over = new ArrayList<>();
        List<Reassembly> begunAnew = new ArrayList<>();
        List<Reassembly> dueAnew = new ArrayList<>();
        List<ArrivedPart> waiting = new ArrayList<>();
        for (Reassembly reassembly : reassemblies) {
            if (reassembly.keptPartsAreOver()) {
                usedUp.add(reassembly.key());
            }
            if (reassembly.isEmpty()) {
                over.add(reassembly.key());
            } else if (reassembly.hasBegunAnew()) {
                begunAnew.add(reassembly);
            } else if (reassembly.isDueAnew()) {
                dueAnew.add(reassembly);
            }
            waiting.addAll(reassembly.waiting());
        }
        if (!usedUp.isEmpty()) {
            table.forgetParts(connection, usedUp);
        }
        if (!over.isEmpty()) {
            table.forget(connection, over);
        }
        if (!begunAnew.isEmpty()) {
            table.restart(connection, begunAnew);
        }
        if (!dueAnew.isEmpty()) {
            table.dueAnew(connection, dueAnew);
        }
        if (!waiting.isEmpty()) {
            table.keep(connection, waiting);
        }
    }
}
