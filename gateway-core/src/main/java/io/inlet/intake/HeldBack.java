package io.inlet.intake;

import io.inlet.intake.Intake.Pending;
import io.inlet.intake.Lane.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Second copies of what is in a batch, prepared already, until a later batch takes them: a batch
 * has each fingerprint once. Owned by one lane.
 */
final class HeldBack {
    private final Map<UUID, Deque<Entry>> copies = new LinkedHashMap<>();
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(Entry entry) {
        copies.computeIfAbsent(entry.submission().fingerprint(), name -> new ArrayDeque<>(2))
                .add(entry);
        size++;
    }

    /**
     * Takes one copy of each name, of {@code most} names at most, first come first; a name that has
     * more copies goes behind the others.
     *
     * @param done tells, and sees to it, that a copy needs no batch any more
     */
    List<Entry> take(int most, Predicate<Pending> done) {
        List<Entry> taken = new ArrayList<>();
        for (UUID name : copies.keySet().stream().limit(most).toList()) {
            Deque<Entry> sameName = copies.getOrDefault(name, new ArrayDeque<>());
            copies.remove(name);
            Entry copy = next(sameName, done);
            if (copy != null) {
                taken.add(copy);
            }
            if (!sameName.isEmpty()) {
                copies.put(name, sameName);
            }
        }
        return taken;
    }

    private @Nullable Entry next(Deque<Entry> sameName, Predicate<Pending> done) {
        Entry copy = sameName.poll();
        while (copy != null) {
            size--;
            if (!done.test(copy.pending())) {
                return copy;
            }
            copy = sameName.poll();
        }
        return null;
    }

    /** Everything, and it is empty then. */
    List<Entry> takeAll() {
        List<Entry> all = copies.values().stream().flatMap(Deque::stream).toList();
        copies.clear();
        size = 0;
        return all;
    }
}
