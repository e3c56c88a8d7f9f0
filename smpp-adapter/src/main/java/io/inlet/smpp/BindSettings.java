package io.inlet.smpp;

import io.inlet.id.EnumName;
import io.inlet.settings.Default;
import io.inlet.settings.SecretFile;
import io.inlet.sms.AddressRules;
import io.inlet.sms.TextRules;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One bind to a carrier.
 *
 * @param name its name, 1 to 63 of a-z, 0-9 and -, unique within the carrier, and kept: the
 *     database knows the bind by it
 * @param enabled whether it is to be up; one that is not has no session until it is enabled live
 * @param type what is asked of the carrier
 * @param hosts where the carrier listens, each {@code host:port}, the preferred one first; one to
 *     8. A host that fails is followed by the next, with all addresses of each; after a session
 *     that lasted, the first is tried again
 * @param outbind where the carrier calls us instead; exactly one of this and {@code hosts}. With it
 *     the type is {@code receiver}, and there is no local address and no TLS
 * @param localAddress the IP address to call from, or null for the system's choice
 * @param tls how it is encrypted; null for not at all
 * @param interfaceVersion the version of SMPP that is offered
 * @param systemId who we are to the carrier, 1 to 15 octets
 * @param passwordFile holds the password, at most 8 octets, a line end after it aside; read anew
 *     for each attempt, so that a changed password needs no restart
 * @param systemType what some carriers want to hear, at most 12 octets
 * @param addressRange which numbers the bind serves, at most 40 octets; empty leaves it to the
 *     carrier
 * @param addressTon type of number of the range, 0 to 255
 * @param addressNpi numbering plan indicator of the range, 0 to 255
 * @param text how its texts are to be read
 * @param addresses how its numbers are to be read
 * @param tlvs what of the carrier's own TLVs is shown with its messages; at most 32
 * @param timers how long it waits for what
 */
public record BindSettings(
        String name,
        @Default("true") boolean enabled,
        @Default("transceiver") BindType type,
        @Nullable List<String> hosts,
        @Nullable OutbindSettings outbind,
        @Nullable String localAddress,
        @Nullable TlsSettings tls,
        @Default("v3_4") InterfaceVersion interfaceVersion,
        String systemId,
        @SecretFile Path passwordFile,
        @Default("") String systemType,
        @Default("") String addressRange,
        @Default("0") int addressTon,
        @Default("0") int addressNpi,
        @Default("{}") TextRules text,
        @Default("{}") AddressRules addresses,
        @Default("[]") List<TlvSettings> tlvs,
        @Default("{}") BindTimers timers) {
    private static final int MOST_HOSTS = 8;
    private static final int MOST_TLVS = 32;

    public BindSettings {
        Expect.name("name", name);
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
        if (localAddress != null) {
            Expect.ipAddress("localAddress", localAddress);
        }
        Expect.ascii("systemId", systemId, 15);
        if (systemId.isEmpty()) {
            throw Expect.refuse("systemId", "1 to 15 octets", "nothing");
        }
        Expect.ascii("systemType", systemType, 12);
        Expect.ascii("addressRange", addressRange, 40);
        Expect.between("addressTon", 0, addressTon, 255);
        Expect.between("addressNpi", 0, addressNpi, 255);
        tlvs = List.copyOf(tlvs);
        checkTlvs(tlvs);
        // Last, since no other hosts can be tried in their place: what follows would stay hidden.
        if (outbind == null) {
            checkHosts(hosts);
        } else {
            expectOutbindAlone(type, hosts.isEmpty(), localAddress == null, tls == null);
        }
    }

    private static void checkHosts(List<String> hosts) {
        List<String> refusals = new ArrayList<>();
        gather(refusals, () -> Expect.between("hosts", 1, hosts.size(), MOST_HOSTS));
        for (int i = 0; i < hosts.size(); i++) {
            String component = "hosts[%d]".formatted(i);
            String host = hosts.get(i);
            gather(refusals, () -> HostPort.parse(component, host));
        }
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
    }

    private static void gather(List<String> refusals, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            refusals.add(String.valueOf(e.getMessage()));
        }
    }

    private static void checkTlvs(List<TlvSettings> tlvs) {
        Expect.between("tlvs", 0, tlvs.size(), MOST_TLVS);
        Expect.distinct("tlvs", tlvs.stream().map(TlvSettings::name).toList());
        Set<Integer> tags = new HashSet<>();
        Set<TlvUse> uses = EnumSet.noneOf(TlvUse.class);
        for (TlvSettings tlv : tlvs) {
            if (!tags.add(tlv.tag())) {
                throw Expect.refuse(
                        "tlvs", "tags that differ", "0x%04X twice".formatted(tlv.tag()));
            }
            if (tlv.use() != TlvUse.FIELD && !uses.add(tlv.use())) {
                throw Expect.refuse("tlvs", "each use once", EnumName.of(tlv.use()) + " twice");
            }
        }
    }

    private static void expectOutbindAlone(
            BindType type, boolean noHosts, boolean noLocalAddress, boolean noTls) {
        if (!noHosts) {
            throw Expect.refuse("hosts", "none beside outbind", "some");
        }
        if (type != BindType.RECEIVER) {
            throw Expect.refuse("type", "receiver, which follows an outbind", EnumName.of(type));
        }
        if (!noLocalAddress) {
            throw Expect.refuse("localAddress", "none beside outbind", "one");
        }
        if (!noTls) {
            throw Expect.refuse("tls", "none beside outbind", "some");
        }
    }

    /** The carrier's own TLVs that an SMS is recognised by, whatever they are called. */
    Set<String> recognition() {
        return tlvs.stream()
                .filter(tlv -> tlv.use() != TlvUse.FIELD)
                .map(tlv -> "%d %s %s".formatted(tlv.tag(), tlv.type(), tlv.use()))
                .collect(Collectors.toSet());
    }

    /** As given, or none. */
    @Override
    public List<String> hosts() {
        return hosts == null ? List.of() : hosts;
    }

    /** Where to listen, of a bind that is called. */
    OutbindSettings listening() {
        return Objects.requireNonNull(outbind, "only one with outbind is called");
    }

    /** Where the carrier listens, the preferred place first; none if it calls us. */
    List<HostPort> places() {
        return hosts().stream().map(host -> HostPort.parse("hosts", host)).toList();
    }

    /** The address to call from, or null for any. */
    @Nullable InetAddress localInetAddress() {
        return localAddress == null ? null : InetAddress.ofLiteral(localAddress);
    }
}
