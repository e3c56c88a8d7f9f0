package io.inlet.sms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which clocks a country has; {@code country-zones.txt} says so. Read once; any thread. */
final class CountryZones {
    private static final Map<String, List<ZoneId>> ZONES = read();

    private CountryZones() {}

    /**
     * The time zones of a country; none if it is not known.
     *
     * @param country ISO 3166-1 alpha-2
     */
    static List<ZoneId> of(String country) {
        return ZONES.getOrDefault(country, List.of());
    }

    private static Map<String, List<ZoneId>> read() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        try (InputStream in = CountryZones.class.getResourceAsStream("country-zones.txt")) {
            if (in == null) {
                throw new IllegalStateException("country-zones.txt is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(zones, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(zones);
    }

    private static void add(Map<String, List<ZoneId>> zones, String line) {
        int colon = line.indexOf(':');
        zones.put(
                line.substring(0, colon),
                Arrays.stream(line.substring(colon + 1).split(",", -1))
                        .map(name -> ZoneId.of(name.strip()))
                        .toList());
    }
}
