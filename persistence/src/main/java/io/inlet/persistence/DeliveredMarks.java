package io.inlet.persistence;

import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in batches which messages were read. Any thread may add, and never waits; one thread of its
 * own writes. When the database is away for so long that the queue is full, marks are dropped:
 * those messages are marked when they are read again.
 */
final class DeliveredMarks implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeliveredMarks.class);
    private static final int QUEUE = 100_000;
    private static final int BATCH = 1_000;
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    // Locked in the order of their ids, as by all who change several messages. The days stand in
    // the SQL itself, so that planning leaves the other days' partitions out.
    private static final String MARK =
            """
            UPDATE messages m SET status = 'delivered'
            FROM (
                SELECT message_id FROM messages
                WHERE message_id = ANY (?) AND status = 'received'
                    AND message_id >= '%1$s' AND message_id < '%2$s'
                ORDER BY message_id
                FOR NO KEY UPDATE) AS l
            WHERE m.message_id = l.message_id
                AND m.message_id >= '%1$s' AND m.message_id < '%2$s'
            """;

    private final JobLog jobLog = new JobLog(log, "reads are noted late", "reads are noted again");
    private final Database database;
    private final BlockingQueue<UUID> queue = new ArrayBlockingQueue<>(QUEUE);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread worker;

    DeliveredMarks(Database database) {
        this.database = database;
        this.worker = Thread.ofPlatform().name("delivered-marks").daemon().start(this::run);
    }

    void add(List<MessageId> ids) {
        for (MessageId id : ids) {
            if (!queue.offer(id.uuid())) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (!worker.join(DRAIN)) {
                log.warn("some messages stay marked as not read");
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing() || !queue.isEmpty()) {
                SortedSet<UUID> batch = gather();
                if (!batch.isEmpty()) {
                    mark(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SortedSet<UUID> gather() throws InterruptedException {
        List<UUID> ids = new ArrayList<>();
        if (isClosing()) {
            queue.drainTo(ids, BATCH);
        } else {
            long deadline = System.nanoTime() + GATHER.toNanos();
            for (long left = GATHER.toNanos();
                    left > 0 && ids.size() < BATCH;
                    left = deadline - System.nanoTime()) {
                UUID id = queue.poll(left, TimeUnit.NANOSECONDS);
                if (id != null) {
                    ids.add(id);
                    queue.drainTo(ids, BATCH - ids.size());
                }
            }
        }
        SortedSet<UUID> batch = new TreeSet<>(UuidOrder.ASCENDING);
        batch.addAll(ids);
        return batch;
    }

    private void mark(SortedSet<UUID> batch) throws InterruptedException {
        String sql = Days.bound(MARK, batch);
        while (true) {
            try (Connection connection = database.dataSource().getConnection();
                    Call call = new Call(connection, sql)) {
                call.uuids(batch).update();
                jobLog.worked();
                return;
            } catch (SQLException e) {
                jobLog.failed(StoreFailures.translate(e));
                if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    queue.clear(); // nobody waits for a database at the end
                    return;
                }
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
