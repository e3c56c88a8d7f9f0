package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.cloudhopper.smpp.SmppConstants;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Random mutations of valid PDUs: each well-framed request is answered exactly once by the table,
 * no other session ends, and nothing leaks. 5,000 of them, or as many as {@code inlet.fuzz} says;
 * {@code inlet.fuzz.seed} repeats a run.
 */
class MutationTest {
    private static final int BATCH = 50;

    private final int mutations = Integer.getInteger("inlet.fuzz", 5_000);
    private final long seed = Long.getLong("inlet.fuzz.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<byte[]> corpus = corpus();
    private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();

    @Test
    void each_mutated_request_is_answered_once_and_other_sessions_stay() {
        watchForLeaks();
        try (Rig rig = Rig.idle();
                RawSmsc bystanders = new RawSmsc()) {
            rig.carriers.start(
                    List.of(
                            Rig.carrier(
                                    Rig.bind("fuzzed", rig.smsc.port(), MutationTest::quick),
                                    Rig.bind("bystander", bystanders.port(), _ -> {}))));
            RawSmsc.Link bystander = bystanders.bound();
            RawSmsc.Link fuzzed = rig.smsc.bound();
            for (int done = 0; done < mutations; done += BATCH) {
                if (runBatch(fuzzed)) {
                    fuzzed.close();
                    fuzzed = rig.smsc.bound();
                }
                assertAlive(bystander);
            }
            assertThat(rig.carriers.status().get(1).lastEnd()).as("seed %s", seed).isNull();
            assertThat(rig.counts.ends).doesNotContain(EndReason.INTERNAL_ERROR);
        }
        // The event loops are gone, and with them what they had cached.
        await().until(() -> PooledByteBufAllocator.DEFAULT.pinnedDirectMemory() == 0);
        assertNoLeaks();
    }

    private static void quick(Rig.Timers timers) {
        timers.reconnectFirstMillis = 1;
        timers.reconnectMostMillis = 1;
    }

    /** Whether the last PDU ended the session. */
    private boolean runBatch(RawSmsc.Link link) {
        List<byte[]> sent = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        boolean ends = false;
        while (sent.size() < BATCH && !ends) {
            byte[] pdu = mutate(corpus.get(random.nextInt(corpus.size())).clone());
            sent.add(pdu);
            ends = expect(Pdus.frame(pdu), expected);
        }
        link.write(sent.toArray(byte[][]::new));
        List<String> unexpected = new ArrayList<>();
        while (!expected.isEmpty()) {
            Frame.Pdu answer = link.readPastChecks();
            String told = tell(answer.commandId(), answer.commandStatus(), answer.sequenceNumber());
            if (!expected.remove(told)) {
                unexpected.add(told);
            }
        }
        assertThat(unexpected).as("seed %s", seed).isEmpty();
        if (ends) {
            assertThat(link.isClosedByGateway()).isTrue();
        }
        return ends;
    }

    // The table of answers, written down once more.
    private static boolean expect(Frame.Pdu pdu, List<String> expected) {
        int id = pdu.commandId();
        int sequence = pdu.sequenceNumber();
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(pdu.pdu().array()).getInt());
        if (length != pdu.pdu().length()) {
            expected.add(tell(0x80000000, 0x02, sequence));
            return true;
        }
        switch (id) {
            case 0x05, 0x103, 0x15 -> expected.add(tell(id | 0x80000000, 0, sequence));
            case 0x06 -> {
                expected.add(tell(0x80000006, 0, sequence));
                return true;
            }
            case 0x0B, 0x102 -> {}
            default -> {
                if (id >= 0) {
                    expected.add(tell(0x80000000, 0x03, sequence));
                }
            }
        }
        return false;
    }

    private static String tell(int commandId, int status, int sequence) {
        return String.format("%08x %08x %08x", commandId, status, sequence);
    }

    private byte[] mutate(byte[] pdu) {
        ByteBuffer.wrap(pdu).putInt(12, random.nextInt());
        byte[] mutated = pdu;
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutated = mutateOnce(mutated);
        }
        ByteBuffer header = ByteBuffer.wrap(mutated);
        header.putInt(0, mutated.length);
        if (random.nextInt(500) == 0) {
            header.putInt(0, random.nextBoolean() ? random.nextInt(16) : 70_001 + random.nextInt());
            if (Integer.compareUnsigned(header.getInt(0), 16) >= 0
                    && Integer.compareUnsigned(header.getInt(0), 70_000) <= 0) {
                header.putInt(0, 70_001);
            }
        }
        return mutated;
    }

    private byte[] mutateOnce(byte[] pdu) {
        int body = pdu.length - 16;
        switch (random.nextInt(6)) {
            case 0 -> pdu[4 + random.nextInt(12)] ^= (byte) (1 << random.nextInt(8));
            case 1, 2 -> {
                if (body > 0) {
                    pdu[16 + random.nextInt(body)] = (byte) random.nextInt();
                }
            }
            case 3 -> {
                return Arrays.copyOf(pdu, 16 + (body == 0 ? 0 : random.nextInt(body)));
            }
            case 4 -> {
                byte[] longer = Arrays.copyOf(pdu, pdu.length + 1 + random.nextInt(40));
                for (int i = pdu.length; i < longer.length; i++) {
                    longer[i] = (byte) random.nextInt();
                }
                return longer;
            }
            default -> {
                if (body > 1) {
                    int at = 16 + random.nextInt(body - 1);
                    System.arraycopy(pdu, at + 1, pdu, at, pdu.length - at - 1);
                    return Arrays.copyOf(pdu, pdu.length - 1);
                }
            }
        }
        return pdu;
    }

    private static void assertAlive(RawSmsc.Link link) {
        link.write(Pdus.deliverSm(4711, "bystander"));
        Frame.Pdu answer = link.readPastChecks();
        assertThat(answer.sequenceNumber()).isEqualTo(4711);
        assertThat(answer.commandStatus()).isZero();
    }

    private static List<byte[]> corpus() {
        byte[] part = {5, 0, 3, 9, 2, 1, 'c', 'o', 'd', 'e', ' ', '1', '2'};
        return List.of(
                Pdus.deliverSm(1, "Your code is 428913"),
                Pdus.deliverSm(1, "x".repeat(160)),
                Pdus.deliverSm(
                        1,
                        sm -> {
                            sm.setEsmClass((byte) 0x40);
                            sm.setDataCoding((byte) 8);
                            Pdus.set(sm, part);
                        }),
                Pdus.deliverSm(
                        1,
                        sm -> {
                            sm.setEsmClass((byte) 0x40);
                            Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, part);
                        }),
                Pdus.deliverSm(
                        1,
                        sm -> {
                            Pdus.set(sm, part);
                            Pdus.tlv(sm, SmppConstants.TAG_SAR_MSG_REF_NUM, (byte) 1, (byte) 2);
                            Pdus.tlv(sm, SmppConstants.TAG_SAR_TOTAL_SEGMENTS, (byte) 3);
                            Pdus.tlv(sm, SmppConstants.TAG_SAR_SEGMENT_SEQNUM, (byte) 2);
                            Pdus.tlv(sm, 0x1401, (byte) 'v', (byte) 0);
                        }),
                Pdus.deliverSm(
                        1,
                        sm -> {
                            sm.setEsmClass((byte) 4);
                            Pdus.set(sm, Pdus.octets("id:1 stat:DELIVRD err:000"));
                            Pdus.tlv(sm, SmppConstants.TAG_RECEIPTED_MSG_ID, (byte) '1', (byte) 0);
                        }),
                Pdus.dataSm(1, sm -> Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, part)),
                Pdus.header(CommandId.ENQUIRE_LINK, 0, 1),
                Pdus.header(CommandId.ENQUIRE_LINK | Pdus.RESPONSE, 0, 1),
                Pdus.header(CommandId.GENERIC_NACK, 3, 1),
                Pdus.raw(CommandId.ALERT_NOTIFICATION, 0, 1, new byte[6]),
                Pdus.raw(SmppConstants.CMD_ID_SUBMIT_SM, 0, 1, new byte[30]),
                Pdus.raw(SmppConstants.CMD_ID_QUERY_SM, 0, 1, new byte[5]));
    }

    private void watchForLeaks() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        leaks.start();
        ((Logger) LoggerFactory.getLogger(ResourceLeakDetector.class)).addAppender(leaks);
    }

    // A leak is told when the next buffer is made after the collector has found the last one.
    private void assertNoLeaks() {
        System.gc();
        PooledByteBufAllocator.DEFAULT.buffer(1).release();
        assertThat(leaks.list).as("seed %s", seed).isEmpty();
    }
}
