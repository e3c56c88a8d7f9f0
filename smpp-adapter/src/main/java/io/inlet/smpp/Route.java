package io.inlet.smpp;

import java.util.List;

/**
 * Which of a bind's hosts is called next, and which of its addresses: all addresses of the first
 * host, then those of the second, and so round. Owned by the bind's event loop.
 */
final class Route {
    private final List<HostPort> hosts;
    private int host;
    private int address;
    private int addresses = 1;

    Route(List<HostPort> hosts) {
        this.hosts = hosts;
    }

    /** One place to call; an address beyond the last one counts on from the first. */
    record Stop(HostPort host, int address) {}

    /** Whether there is nobody to call: the carrier calls. */
    boolean isEmpty() {
        return hosts.isEmpty();
    }

    /** Where to call now. */
    Stop stop() {
        return new Stop(hosts.get(host), address);
    }

    /** The host at hand has so many addresses. */
    void found(int count) {
        addresses = count;
    }

    /**
     * Goes on to the next address, or the next host.
     *
     * @return whether that is the first host again
     */
    boolean advance() {
        address++;
        if (address < addresses) {
            return false;
        }
        toHost((host + 1) % hosts.size());
        return host == 0;
    }

    /** Back to the preferred host. */
    void restart() {
        toHost(0);
    }

    private void toHost(int next) {
        host = next;
        address = 0;
        addresses = 1;
    }
}
