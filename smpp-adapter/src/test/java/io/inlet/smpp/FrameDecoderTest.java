package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder());

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void frame_is_whole_wherever_it_was_split() {
        byte[] pdu = Pdus.deliverSm(7, "split");
        byte[] two = Pdus.join(pdu, pdu);
        for (int cut = 0; cut <= two.length; cut++) {
            write(two, 0, cut);
            write(two, cut, two.length);
            assertThat(read()).containsExactly(Pdus.frame(pdu), Pdus.frame(pdu));
        }
    }

    @Test
    void frame_is_whole_octet_by_octet() {
        byte[] pdu = Pdus.deliverSm(7, "octets");
        for (int i = 0; i < pdu.length; i++) {
            assertThat(read()).isEmpty();
            write(pdu, i, i + 1);
        }
        assertThat(read()).containsExactly(Pdus.frame(pdu));
    }

    @Test
    void all_frames_of_a_read_are_drained() {
        byte[] all = new byte[0];
        for (int i = 0; i < 100; i++) {
            all = Pdus.join(all, Pdus.header(CommandId.ENQUIRE_LINK, 0, i));
        }
        write(all, 0, all.length);
        assertThat(read()).hasSize(100);
    }

    @Test
    void longest_frame_is_taken_and_a_longer_one_is_not() {
        byte[] longest = Pdus.raw(CommandId.DELIVER_SM, 0, 1, new byte[FrameDecoder.LONGEST - 16]);
        write(longest, 0, longest.length);
        assertThat(read()).containsExactly(Pdus.frame(longest));

        byte[] longer = Pdus.raw(CommandId.DELIVER_SM, 0, 2, new byte[FrameDecoder.LONGEST - 15]);
        write(longer, 0, 16);
        assertThat(read()).containsExactly(new Frame.BadLength(FrameDecoder.LONGEST + 1, 2));
    }

    @Test
    void frames_before_a_bad_length_are_kept_and_nothing_is_read_after_it() {
        byte[] good = Pdus.header(CommandId.ENQUIRE_LINK, 0, 1);
        byte[] bad = Pdus.header(CommandId.ENQUIRE_LINK, 0, 2);
        bad[3] = 15;
        byte[] all = Pdus.join(good, bad, good);
        write(all, 0, all.length);
        write(good, 0, good.length);
        assertThat(read()).containsExactly(Pdus.frame(good), new Frame.BadLength(15, 2));
    }

    @Test
    void length_over_two_to_the_31_is_told_as_it_is() {
        byte[] bad = Pdus.header(CommandId.ENQUIRE_LINK, 0, 2);
        bad[0] = -1;
        write(bad, 0, bad.length);
        assertThat(read()).containsExactly(new Frame.BadLength(0xFF000010L, 2));
    }

    @Test
    void header_of_a_bad_length_is_waited_for_and_not_for_long() {
        byte[] bad = {0, 0, 0, 1, 0, 0};
        write(bad, 0, bad.length);
        assertThat(read()).isEmpty();

        channel.advanceTimeBy(600, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(read()).containsExactly(new Frame.BadLength(1, null));
    }

    private void write(byte[] octets, int from, int to) {
        ByteBuf copy = Unpooled.copiedBuffer(octets, from, to - from);
        channel.writeInbound(copy);
    }

    private List<Frame> read() {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add(frame);
        }
        return frames;
    }
}
