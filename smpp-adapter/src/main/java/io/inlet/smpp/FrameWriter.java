package io.inlet.smpp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one way out of the gateway to a carrier. Frames gather in their order and leave with one
 * write and one flush. Refuses every command that is not on the list of {@link CommandId#mayLeave}.
 * Its channel's event loop alone may call it.
 */
final class FrameWriter {
    private static final int FIRST_CAPACITY = 512;

    private final Channel channel;
    private @Nullable ByteBuf gathered;

    FrameWriter(Channel channel) {
        this.channel = channel;
    }

    /** A frame that is all header: enquire_link, unbind, their responses, generic_nack. */
    void header(int commandId, int status, int sequence) {
        start(Frame.HEADER_OCTETS, commandId, status, sequence);
    }

    /** The response to deliver_sm or data_sm: its message_id is one NUL (section 4.6.2). */
    void response(int requestId, int status, int sequence) {
        start(Frame.HEADER_OCTETS + 1, requestId | CommandId.RESPONSE, status, sequence)
                .writeByte(0);
    }

    /** A request with a body. */
    void request(int commandId, int sequence, ByteBuf body) {
        start(Frame.HEADER_OCTETS + body.readableBytes(), commandId, 0, sequence).writeBytes(body);
    }

    /**
     * Lets what has gathered leave.
     *
     * @return completes when the network has taken all of it; null if nothing had gathered
     */
    @Nullable ChannelFuture flush() {
        ByteBuf frames = gathered;
        if (frames == null) {
            return null;
        }
        gathered = null;
        return channel.writeAndFlush(frames);
    }

    /** Drops what has gathered: the channel is gone. */
    void release() {
        if (gathered != null) {
            gathered.release();
            gathered = null;
        }
    }

    private ByteBuf start(int length, int commandId, int status, int sequence) {
        if (!CommandId.mayLeave(commandId)) {
            throw new IllegalArgumentException(
                    String.format("command_id 0x%08x may not leave", commandId));
        }
        if (gathered == null) {
            gathered = channel.alloc().ioBuffer(FIRST_CAPACITY);
        }
        return gathered.writeInt(length).writeInt(commandId).writeInt(status).writeInt(sequence);
    }
}
