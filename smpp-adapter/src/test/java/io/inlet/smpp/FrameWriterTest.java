package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cloudhopper.smpp.SmppConstants;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final FrameWriter writer = new FrameWriter(channel);

    @AfterEach
    void release() {
        writer.release();
        channel.finishAndReleaseAll();
    }

    @Test
    void nothing_that_sends_a_message_may_leave() throws IllegalAccessException {
        Set<String> allowed = new TreeSet<>();
        for (Field field : SmppConstants.class.getFields()) {
            if (field.getName().startsWith("CMD_ID_") && Modifier.isStatic(field.getModifiers())) {
                if (isWritten(field.getInt(null))) {
                    allowed.add(field.getName().substring("CMD_ID_".length()));
                }
            }
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "BIND_RECEIVER",
                        "BIND_RECEIVER_RESP",
                        "BIND_TRANSCEIVER",
                        "BIND_TRANSCEIVER_RESP",
                        "BIND_TRANSMITTER",
                        "BIND_TRANSMITTER_RESP",
                        "UNBIND",
                        "UNBIND_RESP",
                        "ENQUIRE_LINK",
                        "ENQUIRE_LINK_RESP",
                        "DELIVER_SM_RESP",
                        "DATA_SM_RESP",
                        "GENERIC_NACK");
    }

    private boolean isWritten(int commandId) {
        try {
            writer.header(commandId, 0, 1);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void refused_command_leaves_nothing_behind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.header(SmppConstants.CMD_ID_SUBMIT_SM, 0, 1))
                .withMessage("command_id 0x00000004 may not leave");
        assertThat(writer.flush()).isNull();
    }

    @Test
    void frames_leave_in_their_order_in_one_write() {
        writer.response(CommandId.DELIVER_SM, 0, 1);
        writer.header(CommandId.ENQUIRE_LINK, 0, 2);
        writer.response(CommandId.DATA_SM, CommandStatus.ESME_RMSGQFUL, 3);
        assertThat(channel.<Object>readOutbound()).isNull();

        assertThat(writer.flush()).isNotNull();

        ByteBuf all = channel.readOutbound();
        assertThat(ByteBufUtil.hexDump(all))
                .isEqualTo(
                        "0000001180000005000000000000000100"
                                + "00000010000000150000000000000002"
                                + "0000001180000103000000140000000300");
        all.release();
        assertThat(channel.<Object>readOutbound()).isNull();
    }
}
