package io.inlet.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bounded memory that forgets what was not asked for the longest. Any thread. */
final class RecentlyUsed<K, V> {
    private static final float LOAD_FACTOR = 0.75f;
    private static final int INITIAL = 16;

    private final Map<K, V> entries;

    RecentlyUsed(int most) {
        entries =
                new LinkedHashMap<>(INITIAL, LOAD_FACTOR, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    synchronized void forget(K key) {
        entries.remove(key);
    }
}
