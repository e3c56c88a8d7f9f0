package io.inlet.smpp;

import io.inlet.settings.Default;
import io.inlet.settings.SecretFile;
import io.inlet.sms.Alphabet;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One bind to a carrier.
 *
 * @param name its name, 1 to 63 of a-z, 0-9 and -, unique within the carrier, and kept: the
 *     database knows the bind by it
 * @param type what is asked of the carrier
 * @param host the carrier's host name or address
 * @param port the carrier's port, 1 to 65535
 * @param systemId who we are to the carrier, 1 to 15 octets
 * @param passwordFile holds the password, at most 8 octets, a line end after it aside; read anew
 *     for each attempt, so that a changed password needs no restart
 * @param systemType what some carriers want to hear, at most 12 octets
 * @param addressRange which numbers the bind serves, at most 40 octets; empty leaves it to the
 *     carrier
 * @param addressTon type of number of the range, 0 to 255
 * @param addressNpi numbering plan indicator of the range, 0 to 255
 * @param defaultAlphabet what data_coding 0 stands for on this bind
 * @param country two letters (ISO 3166-1) of the country whose national numbers the carrier writes
 *     without country code, or null if it never does
 * @param timers how long it waits for what
 */
public record BindSettings(
        String name,
        @Default("transceiver") BindType type,
        String host,
        int port,
        String systemId,
        @SecretFile Path passwordFile,
        @Default("") String systemType,
        @Default("") String addressRange,
        @Default("0") int addressTon,
        @Default("0") int addressNpi,
        @Default("gsm7") Alphabet defaultAlphabet,
        @Nullable String country,
        @Default("{}") BindTimers timers) {
    public BindSettings {
        Expect.name("name", name);
        if (host.isBlank()) {
            throw Expect.refuse("host", "a host name or address", "nothing");
        }
        Expect.between("port", 1, port, 65_535);
        Expect.ascii("systemId", systemId, 15);
        if (systemId.isEmpty()) {
            throw Expect.refuse("systemId", "1 to 15 octets", "nothing");
        }
        Expect.ascii("systemType", systemType, 12);
        Expect.ascii("addressRange", addressRange, 40);
        Expect.between("addressTon", 0, addressTon, 255);
        Expect.between("addressNpi", 0, addressNpi, 255);
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw Expect.refuse("country", "two capital letters", '"' + country + '"');
        }
    }
}
