package io.inlet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StretchesTest {
    private final Stretches stretches = new Stretches();

    @Test
    void nothing_is_known_of_nothing() {
        assertThat(stretches.through(7)).isEqualTo(7);
    }

    @Test
    void numbers_in_any_order_make_one_stretch() {
        List<Long> numbers = new ArrayList<>();
        for (long i = 1; i <= 30; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(7));
        numbers.forEach(stretches::add);
        numbers.forEach(stretches::add);
        assertThat(stretches.through(0)).isEqualTo(30);
    }

    @Test
    void it_is_what_a_set_says() {
        Random random = new Random(11);
        Set<Long> set = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            long number = 1L + random.nextInt(50);
            set.add(number);
            stretches.add(number);
            for (long from = 0; from <= 51; from++) {
                assertThat(stretches.through(from)).isEqualTo(through(set, from));
            }
        }
    }

    @Test
    void the_lowest_are_forgotten_when_there_are_many() {
        for (long i = 1; i <= 1_000; i++) {
            stretches.add(2L * i);
        }
        assertThat(stretches.through(1)).isEqualTo(1);
        assertThat(stretches.through(1_999)).isEqualTo(2_000);
    }

    private static long through(Set<Long> set, long from) {
        long through = from;
        while (set.contains(through + 1)) {
            through++;
        }
        return through;
    }
}
