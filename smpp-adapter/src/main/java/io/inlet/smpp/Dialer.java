package io.inlet.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads the password and looks up the host for one attempt after another: both may block, so each
 * attempt has a virtual thread. Hosts take turns, and so do the addresses of each.
 */
final class Dialer {
    private static final int LONGEST_PASSWORD = 8;

    /** More is no password file. */
    private static final long LONGEST_FILE = 1024;

    private final BindSettings settings;
    private final List<HostPort> places;
    private int attempt;

    Dialer(BindSettings settings) {
        this.settings = settings;
        this.places = settings.places();
    }

    /**
     * Prepares the next attempt. The bind's event loop calls it.
     *
     * @return completes on another thread, within the connect timer, never exceptionally
     */
    CompletableFuture<Dialing> prepare() {
        int turn = attempt++;
        var dialing = new CompletableFuture<Dialing>();
        Thread thread =
                Thread.ofVirtual()
                        .name("smpp-dial-" + settings.name())
                        .start(() -> dialing.complete(dial(turn)));
        return dialing.completeOnTimeout(
                        new Dialing.Failed(EndReason.CONNECT_TIMEOUT, "looking up the host"),
                        settings.timers().connect().toNanos(),
                        TimeUnit.NANOSECONDS)
                .whenComplete((_, _) -> thread.interrupt());
    }

    private Dialing dial(int turn) {
        HostPort place = places.get(Math.floorMod(turn, places.size()));
        try {
            BindRequest request = new BindRequest(settings, password());
            InetAddress[] addresses = InetAddress.getAllByName(place.host());
            InetAddress address = addresses[Math.floorMod(turn / places.size(), addresses.length)];
            return new Dialing.Ready(new InetSocketAddress(address, place.port()), request);
        } catch (UnknownHostException e) {
            return new Dialing.Failed(EndReason.HOST_UNKNOWN, place.host());
        } catch (IOException e) {
            return unreadable(e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Dialing unreadable(String problem) {
        return new Dialing.Failed(
                EndReason.PASSWORD_UNREADABLE, settings.passwordFile() + ": " + problem);
    }

    private String password() throws IOException {
        Path file = settings.passwordFile();
        if (Files.size(file) > LONGEST_FILE) {
            throw Expect.refuse("password", "at most " + LONGEST_PASSWORD + " octets", "more");
        }
        String password = Files.readString(file, StandardCharsets.ISO_8859_1).stripTrailing();
        Expect.ascii("password", password, LONGEST_PASSWORD);
        return password;
    }
}
