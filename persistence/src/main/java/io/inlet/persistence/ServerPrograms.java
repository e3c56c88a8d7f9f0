package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs.
 *
 * @param bin where they are
 * @param user whom they run as
 */
record ServerPrograms(Path bin, ServerUser user) {
    Command command(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(bin.resolve(program).toString());
        words.addAll(List.of(arguments));
        return Command.of(user, words.toArray(String[]::new));
    }

    Command.Result run(String program, String... arguments) throws IOException {
        return command(program, arguments).run();
    }
}
