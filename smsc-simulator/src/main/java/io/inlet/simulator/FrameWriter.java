package io.inlet.simulator;

import io.inlet.sms.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gathers PDUs in one buffer and writes them with one call. Can be made to write in small pieces
 * instead. Owned by the event loop.
 */
final class FrameWriter {
    private static final int SEQUENCE_OFFSET = 12;

    private final Channel channel;
    private final Queue<ByteBuf> pieces = new ArrayDeque<>();
    private @Nullable ByteBuf batch;
    private int pieceOctets;
    private Duration gap = Duration.ZERO;
    private @Nullable Future<?> next;
    private boolean held;
    private boolean muted;
    private int cutAfter = -1;

    FrameWriter(Channel channel) {
        this.channel = channel;
    }

    /** A whole PDU, sent under this sequence_number. */
    void append(Octets pdu, int sequence) {
        ByteBuf out = batch(pdu.length());
        int start = out.writerIndex();
        out.writeBytes(pdu.array());
        out.setInt(start + SEQUENCE_OFFSET, sequence);
        cutOff(out, start);
    }

    // The rest of the message never leaves; what follows it neither.
    @SuppressWarnings("FutureReturnValueIgnored") // channelInactive tells of the end
    private void cutOff(ByteBuf out, int start) {
        if (cutAfter >= 0) {
            out.writerIndex(Math.min(out.writerIndex(), start + cutAfter));
            cutAfter = -1;
            hold(false);
            flush();
            muted = true;
            channel.close();
        }
    }

    void append(Pdu pdu) {
        int length = Pdu.HEADER + pdu.body().length();
        ByteBuf out = batch(length);
        out.writeInt(length).writeInt(pdu.commandId()).writeInt(pdu.status());
        out.writeInt(pdu.sequence()).writeBytes(pdu.body().array());
    }

    void append(Octets octets) {
        batch(octets.length()).writeBytes(octets.array());
    }

    void flush() {
        ByteBuf full = batch;
        if (full == null || held) {
            return;
        }
        batch = null;
        if (muted) {
            full.release();
            return;
        }
        if (pieceOctets == 0 && pieces.isEmpty()) {
            write(full);
        } else {
            pieces.add(full);
            writePieces();
        }
    }

    /** Gathers all that is written from now on, or writes what was gathered, with one call. */
    void hold(boolean gather) {
        held = gather;
        flush();
    }

    /** Drops all that is written from now on. */
    void mute() {
        muted = true;
        release();
    }

    /** Writes only so many octets of the next message, and breaks the connection. */
    void cutNextAfter(int octets) {
        cutAfter = octets;
    }

    /** From now on, pieces of so many octets, and so much time between them; 0 octets ends it. */
    void splitInto(int octets, Duration between) {
        pieceOctets = octets;
        gap = between;
    }

    /** Gives up what is not written. */
    void release() {
        if (batch != null) {
            batch.release();
            batch = null;
        }
        if (next != null) {
            next.cancel(false);
        }
        pieces.forEach(ByteBuf::release);
        pieces.clear();
    }

    private void writePieces() {
        if (next != null) {
            return;
        }
        if (gap.isZero()) {
            while (writePiece()) {}
        } else if (writePiece()) {
            next =
                    channel.eventLoop()
                            .schedule(this::writeNextPiece, gap.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void writeNextPiece() {
        next = null;
        writePieces();
    }

    private boolean writePiece() {
        ByteBuf first = pieces.peek();
        if (first == null) {
            return false;
        }
        int octets = pieceOctets == 0 ? first.readableBytes() : pieceOctets;
        ByteBuf piece = first.readRetainedSlice(Math.min(octets, first.readableBytes()));
        if (!first.isReadable()) {
            pieces.remove().release();
        }
        write(piece);
        return true;
    }

    // A failed write ends the channel, which tells of it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void write(ByteBuf octets) {
        channel.writeAndFlush(octets, channel.voidPromise());
    }

    private ByteBuf batch(int octets) {
        if (batch == null) {
            batch = channel.alloc().buffer(Math.max(octets, 4_096));
        }
        return batch;
    }
}
