package io.inlet.smpp;

import io.inlet.settings.Durations;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of settings, with messages of the one form that the configuration prints. */
final class Expect {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private Expect() {}

    /** A name that is fit for logs, metrics and the database. */
    static void name(String component, String value) {
        if (!NAME.matcher(value).matches()) {
            throw refuse(component, "1 to 63 of a-z, 0-9 and -", '"' + value + '"');
        }
    }

    static void between(String component, int least, int value, int most) {
        if (value < least || value > most) {
            throw refuse(component, least + " to " + most, Integer.toString(value));
        }
    }

    /** A C-octet string of SMPP, without its NUL. */
    static void ascii(String component, String value, int most) {
        if (value.length() > most) {
            throw refuse(component, "at most " + most + " octets", value.length() + " octets");
        }
        if (!value.chars().allMatch(c -> c > 0 && c < 128)) {
            throw refuse(component, "ASCII without NUL", "something else");
        }
    }

    /** An address of a network interface; never looks a name up. */
    static void ipAddress(String component, String value) {
        try {
            InetAddress.ofLiteral(value);
        } catch (IllegalArgumentException e) {
            throw refuse(component, "an IP address", '"' + value + '"');
        }
    }

    static void positive(String component, Duration value) {
        if (!value.isPositive()) {
            throw refuse(component, "more than nothing", Durations.write(value));
        }
    }

    static void notNegative(String component, Duration value) {
        if (value.isNegative()) {
            throw refuse(component, "nothing or more", Durations.write(value));
        }
    }

    static void atMost(String component, Duration value, Duration most) {
        if (value.compareTo(most) > 0) {
            throw refuse(component, "at most " + Durations.write(most), Durations.write(value));
        }
    }

    static void distinct(String component, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw refuse(component, "names that differ", '"' + name + "\" twice");
            }
        }
    }

    static IllegalArgumentException refuse(String component, String expected, String found) {
        return new IllegalArgumentException(
                component + ": expected " + expected + ", found " + found);
    }
}
