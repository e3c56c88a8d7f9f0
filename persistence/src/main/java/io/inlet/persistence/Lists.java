package io.inlet.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Columns out of rows. */
final class Lists {
    private Lists() {}

    static <T, R> List<R> map(List<T> list, Function<? super T, ? extends R> part) {
        List<R> mapped = new ArrayList<>(list.size());
        for (T item : list) {
            mapped.add(part.apply(item));
        }
        return mapped;
    }
}
