package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;

import io.inlet.intake.KeyedHash;
import io.inlet.intake.Submission;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Measures the commit. Run with arguments: seconds, batch, committers, tenants, numbers. */
final class CommitBenchmark {
    private CommitBenchmark() {}

    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[0]);
        int batch = Integer.parseInt(args[1]);
        int committers = Integer.parseInt(args[2]);
        int tenants = Integer.parseInt(args[3]);
        int numbers = Integer.parseInt(args[4]);
        try (TestDatabase db = TestDatabase.create();
                Stores stores = new Stores(db)) {
            for (String name :
                    List.of(
                            "fsync",
                            "full_page_writes",
                            "synchronous_commit",
                            "shared_buffers",
                            "max_wal_size")) {
                System.out.println(name + " = " + db.database().dsl().fetchValue("SHOW " + name));
            }
            postmaster =
                    Long.parseLong(
                            Files.readAllLines(
                                            Path.of(
                                                    ""
                                                            + db.database()
                                                                    .dsl()
                                                                    .fetchValue(
                                                                            "SHOW data_directory"),
                                                    "postmaster.pid"))
                                    .getFirst());
            List<String> leased = lease(stores, tenants, numbers);
            run(stores, db, leased, 5, batch, committers, "warm");
            run(stores, db, leased, seconds, batch, committers, "measured");
            run(stores, db, leased, seconds, batch, committers, "measured");
        }
        System.exit(0);
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

    private static void run(
            Stores stores,
            TestDatabase db,
            List<String> numbers,
            int seconds,
            int batch,
            int committers,
            String name)
            throws Exception {
        AtomicLong count = new AtomicLong();
        AtomicLong committerCpu = new AtomicLong();
        AtomicLong prepareCpu = new AtomicLong();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long start = System.nanoTime();
        long pg = postgresCpuMillis();
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        ExecutorService pool = Executors.newFixedThreadPool(committers);
        List<Future<?>> all = new ArrayList<>();
        for (int c = 0; c < committers; c++) {
            all.add(
                    pool.submit(() -> {
                        KeyedHash hash = new KeyedHash(db.keys().hashKey());
                        while (System.nanoTime() < end) {
                            long p = threads.getCurrentThreadCpuTime();
                            List<Submission> submissions = new ArrayList<>(batch);
                            ThreadLocalRandom random = ThreadLocalRandom.current();
                            for (int i = 0; i < batch; i++) {
                                String text =
                                        "G-"
                                                + (100000 + random.nextInt(900000))
                                                + " is your Example verification code. "
                                                + Long.toHexString(random.nextLong())
                                                + " Do not share it with anyone; it expires in 10 minutes.";
                                submissions.add(
                                        Sms.to(
                                                        numbers.get(random.nextInt(numbers.size())),
                                                        text,
                                                        NOON)
                                                .submission(hash));
                            }
                            long before = threads.getCurrentThreadCpuTime();
                            prepareCpu.addAndGet(before - p);
                            stores.messages.commit(submissions);
                            committerCpu.addAndGet(threads.getCurrentThreadCpuTime() - before);
                            count.addAndGet(batch);
                        }
                    }));
        }
        for (Future<?> future : all) {
            future.get();
        }
        pool.shutdown();
        double took = (System.nanoTime() - start) / 1e9;
        long n = count.get();
        System.out.printf(
                "%s: batch %d, %d committers: %,.0f msg/s; per message: java prepare %.1f us, java commit %.1f us, postgres %.1f us%n",
                name,
                batch,
                committers,
                n / took,
                prepareCpu.get() / 1e3 / n,
                committerCpu.get() / 1e3 / n,
                (postgresCpuMillis() - pg) * 1e3 / n);
    }

    private static long postmaster;

    /** CPU time of the server's processes, dead children included. */
    private static long postgresCpuMillis() throws IOException {
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process :
                    processes.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
                try {
                    String stat = Files.readString(process.resolve("stat"));
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    boolean isServer = process.getFileName().toString().equals("" + postmaster);
                    if (isServer) {
                        ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
                    }
                    if (isServer || fields[1].equals("" + postmaster)) {
                        ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                    }
                } catch (IOException e) {
                    // ended meanwhile
                }
            }
        }
        return ticks * 10;
    }
}
