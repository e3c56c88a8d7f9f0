package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;
import static io.inlet.persistence.jooq.Tables.NODE;

import io.inlet.sms.BindId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The rows that say to others who holds what. They hold nothing themselves. One thread. */
final class SlotRows {
    private static final Field<Instant> NOW = DSL.field("clock_timestamp()", Instant.class);

    private final DSLContext dsl;

    SlotRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Writes down that this process runs as a node. */
    void write(String node) {
        dsl.insertInto(NODE, NODE.NODE_, NODE.HOST, NODE.PROCESS, NODE.STARTED_AT)
                .values(DSL.val(node), DSL.val(host()), DSL.val(process()), NOW)
                .onConflict(NODE.NODE_)
                .doUpdate()
                .set(NODE.HOST, host())
                .set(NODE.PROCESS, process())
                .set(NODE.STARTED_AT, NOW)
                .execute();
    }

    /** Writes down that a node holds a bind. */
    void write(BindId bind, String node) {
        int changed =
                dsl.update(BIND)
                        .set(BIND.HELD_BY, node)
                        .set(BIND.HELD_SINCE, NOW)
                        .where(BIND.BIND_ID.eq(bind.uuid()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("bind " + bind.uuid() + " was never registered");
        }
    }

    /** Writes down that nobody holds a bind. */
    void forget(BindId bind) {
        dsl.update(BIND)
                .setNull(BIND.HELD_BY)
                .setNull(BIND.HELD_SINCE)
                .where(BIND.BIND_ID.eq(bind.uuid()))
                .execute();
    }

    /** Where a node runs and since when, for people. */
    String describe(String node) {
        return dsl.select(NODE.HOST, NODE.PROCESS, NODE.STARTED_AT)
                .from(NODE)
                .where(NODE.NODE_.eq(node))
                .fetchOptional(row ->
                        "process %d on %s, since %s"
                                .formatted(row.value2(), row.value1(), second(row.value3())))
                .orElse("only just started");
    }

    /** Who holds a bind and since when, for people. */
    String describe(BindId bind) {
        return dsl.select(BIND.HELD_BY, BIND.HELD_SINCE, NODE.HOST, NODE.PROCESS)
                .from(BIND.join(NODE).on(NODE.NODE_.eq(BIND.HELD_BY)))
                .where(BIND.BIND_ID.eq(bind.uuid()))
                .fetchOptional(row ->
                        "node %s (process %d on %s) since %s"
                                .formatted(
                                        row.value1(),
                                        row.value4(),
                                        row.value3(),
                                        second(row.value2())))
                .orElse("a node that only just took it or freed it (try again in a moment)");
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "a host without a name";
        }
    }

    private static long process() {
        return ProcessHandle.current().pid();
    }
}
