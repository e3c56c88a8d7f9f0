package io.inlet.smpp;

import io.inlet.settings.Default;
import java.util.List;

/**
 * One carrier.
 *
 * @param name its name, 1 to 63 of a-z, 0-9 and -, unique, and kept: what is stored refers to it
 * @param overloadStatus what it hears when the intake is full or the gateway stops
 * @param faultStatus what it hears when the database is away
 * @param unreadableStatus what it hears about a PDU that nobody can parse, once it is stored
 * @param simulated whether what it brings may reach sandbox numbers only
 * @param binds its binds, at least one
 */
public record CarrierSettings(
        String name,
        @Default("esme_rmsgqful") TemporaryStatus overloadStatus,
        @Default("esme_rsyserr") TemporaryStatus faultStatus,
        @Default("esme_rok") UnreadableStatus unreadableStatus,
        @Default("false") boolean simulated,
        List<BindSettings> binds) {
    public CarrierSettings {
        Expect.name("name", name);
        if (binds.isEmpty()) {
            throw Expect.refuse("binds", "at least one", "none");
        }
        binds = List.copyOf(binds);
        Expect.distinct("binds", binds.stream().map(BindSettings::name).toList());
        // An SMS comes again over any of them, and must be recognised by the same.
        if (binds.stream().map(BindSettings::recognition).distinct().count() > 1) {
            throw Expect.refuse(
                    "binds",
                    "tlvs with use sent_at or message_id alike in all",
                    "some that differ");
        }
    }

    /** The same carrier with one of its binds. */
    CarrierSettings only(BindSettings bind) {
        return new CarrierSettings(
                name, overloadStatus, faultStatus, unreadableStatus, simulated, List.of(bind));
    }
}
