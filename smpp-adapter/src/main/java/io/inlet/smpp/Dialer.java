package io.inlet.smpp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the password and certificates and looks up the host for one attempt after another: all may
 * block, so each attempt has a virtual thread.
 */
final class Dialer {
    private final BindSettings settings;

    Dialer(BindSettings settings) {
        this.settings = settings;
    }

    /**
     * Prepares an attempt.
     *
     * @return completes on another thread, within the connect timer, never exceptionally
     */
    CompletableFuture<Dialing> prepare(Route.Stop stop) {
        var dialing = new CompletableFuture<Dialing>();
        Thread thread =
                Thread.ofVirtual()
                        .name("smpp-dial-" + settings.name())
                        .start(() -> dialing.complete(dial(stop)));
        return dialing.completeOnTimeout(
                        new Dialing.Failed(EndReason.CONNECT_TIMEOUT, "looking up the host"),
                        settings.timers().connect().toNanos(),
                        TimeUnit.NANOSECONDS)
                .whenComplete((_, _) -> thread.interrupt());
    }

    private Dialing dial(Route.Stop stop) {
        try {
            String password = PasswordFile.read(settings.passwordFile());
            TlsClient tls = TlsClient.read(settings.tls(), stop.host());
            List<InetAddress> addresses = addresses(stop.host());
            InetAddress address = addresses.get(stop.address() % addresses.size());
            return new Dialing.Ready(
                    new InetSocketAddress(address, stop.host().port()),
                    addresses.size(),
                    tls,
                    settings.type().roles().stream()
                            .map(role -> new BindRequest(settings, role, password))
                            .toList());
        } catch (DialingException e) {
            return e.failed();
        }
    }

    private List<InetAddress> addresses(HostPort host) throws DialingException {
        InetAddress local = settings.localInetAddress();
        try {
            List<InetAddress> addresses =
                    Stream.of(InetAddress.getAllByName(host.host()))
                            .filter(address -> canBeCalledFrom(local, address))
                            .toList();
            if (addresses.isEmpty()) {
                throw new UnknownHostException("none of the kind of localAddress");
            }
            return addresses;
        } catch (UnknownHostException e) {
            throw new DialingException(EndReason.HOST_UNKNOWN, host.host(), e);
        }
    }

    private static boolean canBeCalledFrom(@Nullable InetAddress local, InetAddress address) {
        return local == null || local instanceof Inet4Address == address instanceof Inet4Address;
    }
}
