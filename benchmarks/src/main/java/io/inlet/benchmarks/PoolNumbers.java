package io.inlet.benchmarks;

import io.inlet.number.LineType;
import io.inlet.number.NumberLine;
import io.inlet.number.NumberTraits;
import io.inlet.number.PoolNumber;
import io.inlet.number.SourceType;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A large pool: 20 countries of very different size, 40 areas each, 3 carriers, some tags. */
final class PoolNumbers {
    static final String CARRIER = "acme-";
    static final int CARRIERS = 3;
    private static final int COUNTRIES = 20;
    private static final int AREAS = 40;

    private PoolNumbers() {}

    static Iterator<NumberLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (NumberLine) new NumberLine.Good(i + 2, number(i)))
                .iterator();
    }

    static PoolNumber number(int i) {
        String country = country(i);
        // The digits after 999 begin with the area.
        String area = area(i);
        return new PoolNumber(
                new Msisdn("999" + area + "%08d".formatted(i)),
                country,
                i % 4 == 0 ? LineType.VOIP : LineType.MOBILE,
                Environment.SANDBOX,
                new NumberTraits(country + "-" + i % 16, area, i % 3 == 0 ? "EU" : null, tags(i)),
                new PoolNumber.Provenance(
                        CARRIER + i % CARRIERS,
                        SourceType.CARRIER,
                        "contract " + i % 10,
                        "licence " + i % 10,
                        LocalDate.of(2026, 1, 31),
                        "verification"),
                PoolNumber.Service.IN_SERVICE);
    }

    // Half are of the first country, a quarter of the second, and so on: the last has a few.
    static String country(int i) {
        int place = Integer.numberOfTrailingZeros(i + 1);
        return "X" + (char) ('A' + Math.min(place, COUNTRIES - 1));
    }

    static String area(int i) {
        return "%03d".formatted(100 + i / 7 % AREAS);
    }

    private static List<String> tags(int i) {
        if (i % 1_000 == 0) {
            return List.of("quiet", "rare");
        }
        return i % 10 == 0 ? List.of("quiet") : List.of();
    }
}
