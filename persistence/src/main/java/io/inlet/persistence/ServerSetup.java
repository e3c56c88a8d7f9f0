package io.inlet.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Makes the embedded server's passwords and data directory where they are missing. */
final class ServerSetup {
    private final EmbeddedHome home;
    private final ServerPrograms programs;
    private final Consumer<String> progress;

    ServerSetup(EmbeddedHome home, ServerPrograms programs, Consumer<String> progress) {
        this.home = home;
        this.programs = programs;
        this.progress = progress;
    }

    /**
     * @throws DatabaseRefusedException if what is there is another version's or has no password
     */
    ServerPasswords run() throws IOException {
        boolean isNew = !Files.isDirectory(home.data());
        if (!isNew) {
            refuseOtherVersion();
        }
        ServerPasswords passwords = ServerPasswords.of(home);
        if (isNew) {
            initialise(passwords.superuser());
        }
        return passwords;
    }

    private void refuseOtherVersion() throws IOException {
        Path file = home.data().resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "no";
        // "postgres (PostgreSQL) 18.6"
        String ours =
                programs.run("postgres", "--version")
                        .output()
                        .strip()
                        .replaceAll("^.* (\\d+).*$", "$1");
        if (!found.equals(ours)) {
            throw new DatabaseRefusedException(
                    "%s holds a database of PostgreSQL %s, and this gateway brings %s: run pg_upgrade, or dump it with the old version and restore it into an empty directory"
                            .formatted(home.data(), found, ours));
        }
    }

    private void initialise(String password) throws IOException {
        progress.accept("setting up a database in " + home.data());
        EmbeddedHome.delete(home.newData());
        Files.createDirectory(home.newData());
        programs.user().own(home.newData());
        Path passwordFile = home.directory().resolve("password.new");
        Files.deleteIfExists(passwordFile);
        SecretFile.make(passwordFile, password);
        try {
            programs.user().own(passwordFile);
            Command.Result result =
                    programs.run(
                            "initdb",
                            "--pgdata=" + home.newData(),
                            "--username=" + ServerRoles.SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--data-checksums");
            if (result.failed()) {
                throw new IOException("initdb: " + result.output().strip());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(home.newData(), home.data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel entries = FileChannel.open(home.directory())) {
            entries.force(true);
        }
    }
}
