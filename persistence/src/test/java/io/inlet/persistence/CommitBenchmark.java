package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;

import io.inlet.intake.KeyedHash;
import io.inlet.intake.Submission;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints what a commit costs, beside a bare COPY of as many rows and octets into the same tables.
 * Arguments: seconds, messages a batch, committers, tenants, leased numbers.
 */
final class CommitBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> CONDITIONS =
            List.of("server_version", "fsync", "full_page_writes", "synchronous_commit");

    private final Stores stores;
    private final ServerCpu server;
    private final Duration time;
    private final int batch;
    private final int committers;

    private CommitBenchmark(Stores stores, List<Integer> arguments) {
        this.stores = stores;
        this.server = new ServerCpu(stores.db.database());
        this.time = Duration.ofSeconds(arguments.get(0));
        this.batch = arguments.get(1);
        this.committers = arguments.get(2);
    }

    public static void main(String[] arguments) throws Exception {
        List<Integer> numbers = List.of(arguments).stream().map(Integer::valueOf).toList();
        try (TestDatabase db = TestDatabase.create();
                Stores stores = new Stores(db)) {
            for (String condition : CONDITIONS) {
                Object value = db.database().dsl().fetchValue("SHOW " + condition);
                System.out.printf("%s %s, ", condition, value);
            }
            System.out.println(Runtime.getRuntime().availableProcessors() + " processors");
            CommitBenchmark benchmark = new CommitBenchmark(stores, numbers);
            List<String> leased = lease(stores, numbers.get(3), numbers.get(4));
            stores.commit(Sms.to(leased.getFirst(), "makes the partitions", NOON));
            for (String run : List.of("warm-up", "1", "2", "3")) {
                benchmark.run("bare copy " + run, benchmark.bareCopy());
                benchmark.run("commit " + run, benchmark.commit(leased));
            }
        }
    }

    private static List<String> lease(Stores stores, int tenants, int numbers) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < tenants; i++) {
            callers.add(stores.db.rows().tenant(Environment.LIVE));
        }
        List<String> leased = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            leased.add(stores.leased(callers.get(i % tenants)).msisdn());
        }
        return leased;
    }

    /** What each committer does until its time is over; prepared apart from what is measured. */
    private interface Work {
        Runnable prepare();
    }

    private Work commit(List<String> leased) {
        KeyedHash unshared = new KeyedHash(stores.db.keys().hashKey());
        return () -> {
            List<Submission> submissions = new ArrayList<>(batch);
            synchronized (unshared) {
                for (int i = 0; i < batch; i++) {
                    submissions.add(sms(leased).submission(unshared));
                }
            }
            return () -> stores.messages.commit(submissions);
        };
    }

    private static Sms sms(List<String> leased) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String text =
                "%06d is your Example verification code, reference %x. Do not share it with anyone."
                        .formatted(random.nextInt(1_000_000), random.nextLong());
        return Sms.to(leased.get(random.nextInt(leased.size())), text, NOON);
    }

    private Work bareCopy() {
        BareCopy copy = new BareCopy(stores.db.database());
        return () -> () -> copy.write(batch);
    }

    private void run(String name, Work work) throws Exception {
        AtomicLong messages = new AtomicLong();
        AtomicLong cpuNanos = new AtomicLong();
        Duration serverBefore = server.spent();
        long start = System.nanoTime();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < committers; i++) {
            all.add(
                    Threads.start(() -> {
                        while (System.nanoTime() - start < time.toNanos()) {
                            Runnable prepared = work.prepare();
                            long before = THREADS.getCurrentThreadCpuTime();
                            prepared.run();
                            cpuNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - before);
                            messages.addAndGet(batch);
                        }
                        return null;
                    }));
        }
        Threads.results(all);
        double seconds = (System.nanoTime() - start) / 1e9;
        long serverNanos = server.spent().minus(serverBefore).toNanos();
        System.out.printf(
                "%-18s %d x %d: %,8.0f/s, CPU for each: Java %5.1f us, PostgreSQL %5.1f us%n",
                name,
                committers,
                batch,
                messages.get() / seconds,
                cpuNanos.get() / 1e3 / messages.get(),
                serverNanos / 1e3 / messages.get());
    }
}
