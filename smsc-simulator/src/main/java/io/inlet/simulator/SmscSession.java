package io.inlet.simulator;

import io.inlet.sms.Octets;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One bound session, from the carrier's side, and the faults that it can show. Any thread may call
 * the public methods: each returns at once and happens on the event loop, in the order of the
 * calls.
 */
public final class SmscSession {
    private static final int STRAYS_KEPT = 1_000;

    private final int id;
    private final Channel channel;
    private final Window window;
    private final FrameWriter writer;
    private final ReadPace pace = new ReadPace();
    private final Controls controls = new Controls();
    private final List<Response> strays = new ArrayList<>();
    private volatile @Nullable BindRequest bind;
    private @Nullable Pdu greeting;
    private volatile boolean silent;
    private long enquireLinksIgnoredUntil = System.nanoTime();
    private int sequence;

    SmscSession(int id, Channel channel, int windowSize) {
        this.id = id;
        this.channel = channel;
        this.window = new Window(windowSize);
        this.writer = new FrameWriter(channel);
        channel.config().setRecvByteBufAllocator(pace);
        channel.pipeline().addFirst(pace.gate());
    }

    /** Counts the connections of this carrier, from 1. */
    public int id() {
        return id;
    }

    /** The system_id that it bound with; empty before that. */
    public String systemId() {
        BindRequest bound = bind;
        return bound == null ? "" : bound.systemId();
    }

    /** How it bound. */
    public BindType type() {
        BindRequest bound = bind;
        return bound == null ? BindType.TRANSMITTER : bound.type();
    }

    /** How many deliver_sm are out without an answer. */
    public int inFlight() {
        return window.inFlight();
    }

    /** The latest thousand responses at most that answered nothing counted, oldest first. */
    public List<Response> strays() {
        synchronized (strays) {
            return List.copyOf(strays);
        }
    }

    /** Ends the connection without unbind. */
    public void close() {
        onLoop(this::closeNow);
    }

    /** Ends the connection with an RST. */
    public void reset() {
        onLoop(() -> {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            closeNow();
        });
    }

    /** The same after a while. */
    public void resetAfter(Duration delay) {
        onLoop(() -> after(delay, this::reset));
    }

    /** Reads nothing for a while, so that the ESME's answers stay in the socket. */
    public void stopReading(Duration howLong) {
        onLoop(() -> {
            channel.config().setAutoRead(false);
            after(howLong, this::resumeReading);
        });
    }

    /** Reads again. */
    public void resumeReading() {
        onLoop(() -> channel.config().setAutoRead(true));
    }

    /**
     * Reads a few octets at a time for a while, so that the ESME's answers pile up behind them.
     *
     * @param octets how many at once, at least 1
     * @param gap time between two reads
     */
    public void readSlowly(int octets, Duration gap, Duration howLong) {
        onLoop(() -> pace.slow(channel, octets, gap, howLong));
    }

    /**
     * Becomes a half-open connection: reads nothing, answers nothing, says nothing, and keeps the
     * socket. It takes no message any more; the carrier still holds it, but does not list it.
     *
     * @param howLong after which the socket is closed
     */
    public void goSilent(Duration howLong) {
        onLoop(() -> {
            silent = true;
            channel.config().setAutoRead(false);
            writer.mute();
            closeAfter(howLong);
        });
    }

    /** Whether it went silent. */
    public boolean isSilent() {
        return silent;
    }

    /** Whether its connection is there; one that went silent counts as there. */
    public boolean isConnected() {
        return channel.isActive();
    }

    /** Gathers all that would be written, until {@link #releaseWrites}. */
    public void holdWrites() {
        onLoop(() -> writer.hold(true));
    }

    /** Writes what was gathered at once: in one TCP segment, if that has room. */
    public void releaseWrites() {
        onLoop(() -> writer.hold(false));
    }

    /** Writes only so many octets of the next message, and closes the connection. */
    public void breakOffAfter(int octets) {
        onLoop(() -> writer.cutNextAfter(octets));
    }

    /**
     * Writes a PDU of any kind, outside the ledger, under the next sequence_number.
     *
     * @param commandId its command_id, one that nobody knows included
     */
    public void writePdu(int commandId, int status, Octets body) {
        onLoop(() -> {
            respond(new Pdu(commandId, status, nextSequence(), body));
            flush();
        });
    }

    /** Leaves enquire_link without an answer for a while; zero ends it. */
    public void ignoreEnquireLinks(Duration howLong) {
        onLoop(() -> enquireLinksIgnoredUntil = System.nanoTime() + howLong.toNanos());
    }

    /** Writes octets as they are: garbage, half a PDU, or a PDU outside the ledger. */
    public void write(Octets octets) {
        onLoop(() -> {
            writer.append(octets);
            writer.flush();
        });
    }

    /**
     * Writes everything from now on in pieces, each in a packet of its own.
     *
     * @param octets length of a piece; 0 ends it
     * @param gap time between two pieces; may be zero
     */
    public void splitWrites(int octets, Duration gap) {
        onLoop(() -> writer.splitInto(octets, gap));
    }

    /**
     * Sends enquire_link.
     *
     * @return completes with the time that the answer took, or with an IOException when the session
     *     ends first
     */
    public CompletableFuture<Duration> enquireLink() {
        return request(CommandId.ENQUIRE_LINK);
    }

    /** Sends unbind, and closes when it is answered; completes as {@link #enquireLink} does. */
    public CompletableFuture<Duration> unbind() {
        return request(CommandId.UNBIND).whenComplete((took, failure) -> close());
    }

    @Override
    public String toString() {
        return "session %d of %s".formatted(id, systemId());
    }

    private CompletableFuture<Duration> request(int commandId) {
        CompletableFuture<Duration> answer = new CompletableFuture<>();
        onLoop(() -> {
            if (!channel.isActive()) {
                answer.completeExceptionally(new IOException("the session has ended"));
                return;
            }
            int number = nextSequence();
            controls.add(number, answer);
            respond(new Pdu(commandId, 0, number, Octets.EMPTY));
            writer.flush();
        });
        return answer;
    }

    private void onLoop(Runnable action) {
        channel.eventLoop().execute(action);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it or ends it
    void after(Duration delay, Runnable action) {
        channel.eventLoop().schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    // What follows is for the event loop alone.

    @SuppressWarnings("FutureReturnValueIgnored") // channelInactive tells of the end
    void closeNow() {
        channel.close();
    }

    void closeAfter(Duration delay) {
        after(delay, this::closeNow);
    }

    /** What goes out first, before any bind. */
    void greetWith(Pdu first) {
        greeting = first;
    }

    void connected() {
        if (greeting != null) {
            respond(greeting);
            flush();
        }
    }

    void bound(BindRequest request) {
        bind = request;
    }

    boolean isBound() {
        return bind != null;
    }

    boolean answersEnquireLinks() {
        return System.nanoTime() - enquireLinksIgnoredUntil >= 0;
    }

    /** Whether a message may go out now. A session that is closing takes none. */
    boolean hasRoom() {
        return window.hasRoom() && type().receives() && channel.isActive() && !silent;
    }

    Window window() {
        return window;
    }

    Controls controls() {
        return controls;
    }

    void send(OutgoingSegment segment) {
        int number = nextSequence();
        window.add(number, segment);
        writer.append(segment.pdu, number);
    }

    void respond(Pdu pdu) {
        writer.append(pdu);
    }

    void flush() {
        writer.flush();
    }

    void stray(Pdu pdu) {
        synchronized (strays) {
            if (strays.size() == STRAYS_KEPT) {
                strays.removeFirst();
            }
            strays.add(new Response(pdu.commandId(), pdu.status(), pdu.sequence()));
        }
    }

    void ended() {
        writer.release();
        controls.failAll();
    }

    private int nextSequence() {
        sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
        return sequence;
    }
}
