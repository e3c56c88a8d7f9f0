package io.inlet.smpp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a carrier listens, as the configuration writes it: {@code host:port}, an IPv6 address in
 * brackets.
 *
 * @param host a host name or address
 * @param port 1 to 65535
 */
record HostPort(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9a-fA-F:.%a-z]+)]|([^\\s:\\[\\]]+)):([0-9]{1,5})");

    /**
     * Reads {@code host:port}.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static HostPort parse(String component, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Expect.refuse(component, "host:port", '"' + text + '"');
        }
        int port = Integer.parseInt(matcher.group(3));
        Expect.between(component, 1, port, 65_535);
        return new HostPort(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), port);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
