package io.inlet.smpp;

import io.inlet.sms.Octets;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The frame decoder, its input in pieces of a power of two. Of a long input these are at least as
 * long as a small TCP segment: each piece is a read of its own, between which other binds have
 * their turn.
 */
final class FrameFuzz implements FuzzedDecoder<List<Frame>> {
    private static final int MOST_PIECES = 128;

    @Override
    public List<Frame> read(FuzzCase input) {
        byte[] octets = input.input();
        int piece = Math.max(1 << input.setting(0) % 17, octets.length / MOST_PIECES);
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder());
        try {
            for (int from = 0; from < octets.length; from += piece) {
                int length = Math.min(piece, octets.length - from);
                channel.writeInbound(Unpooled.wrappedBuffer(octets, from, length));
            }
            channel.finish();
            return frames(channel);
        } finally {
            channel.finishAndReleaseAll();
        }
    }

    private static List<Frame> frames(EmbeddedChannel channel) {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add(frame);
        }
        return frames;
    }

    @Override
    public void expect(FuzzCase input, List<Frame> frames) {
        FuzzedDecoder.require(frames.equals(model(input.input())), "frames as section 3.2 says");
    }

    // Section 3.2 once more, without pieces.
    private static List<Frame> model(byte[] octets) {
        List<Frame> frames = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(octets);
        int at = 0;
        while (at + Integer.BYTES <= octets.length) {
            long length = Integer.toUnsignedLong(in.getInt(at));
            if (length < Frame.HEADER_OCTETS || length > FrameDecoder.LONGEST) {
                boolean hasHeader = at + Frame.HEADER_OCTETS <= octets.length;
                frames.add(new Frame.BadLength(length, hasHeader ? in.getInt(at + 12) : null));
                return frames;
            }
            if (at + length > octets.length) {
                return frames;
            }
            int end = at + (int) length;
            frames.add(new Frame.Pdu(Octets.wrap(Arrays.copyOfRange(octets, at, end))));
            at = end;
        }
        return frames;
    }
}
