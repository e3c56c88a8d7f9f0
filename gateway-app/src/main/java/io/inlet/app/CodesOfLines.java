package io.inlet.app;

import io.inlet.code.CueExtractor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads messages of which each is a line, and prints a reading for each. A line that is none is
 * told, and the others are read. For one thread.
 */
final class CodesOfLines {
    private final String name;
    private final CueExtractor extractor;
    private final Output output;
    private int messages;
    private int wrong;

    /**
     * Where to write.
     *
     * @param out readings
     * @param err what is wrong
     */
    record Output(PrintWriter out, PrintWriter err) {}

    /**
     * @param name of the file, for people
     */
    CodesOfLines(String name, CueExtractor extractor, Output output) {
        this.name = name;
        this.extractor = extractor;
        this.output = output;
    }

    /**
     * Reads a file.
     *
     * @throws CommandFailure if it cannot be read, or a line of it is no message
     */
    void file(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            stream(in);
        } catch (NoSuchFileException _) {
            throw new CommandFailure("there is no such file: " + file);
        } catch (AccessDeniedException _) {
            throw new CommandFailure("cannot read " + file + ": permission denied");
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage());
        }
    }

    /**
     * Reads until the end.
     *
     * @throws CommandFailure if a line is no message
     */
    void stream(InputStream in) throws IOException {
        OctetLines lines = new OctetLines(new BufferedInputStream(in));
        for (OctetLines.Line line = lines.next(); line != null; line = lines.next()) {
            read(line);
        }
        output.out.flush();
        if (wrong > 0) {
            throw new CommandFailure(
                    "%d of %d lines of %s are no messages; one is {\"id\": \"1\", \"text\": \"...\"}"
                            .formatted(wrong, wrong + messages, name));
        }
        if (messages == 0) {
            output.err.println("inlet: no messages in " + name);
        }
    }

    private void read(OctetLines.Line line) {
        switch (MessageReader.read(line)) {
            case MessageLine.Blank _ -> {}
            case MessageLine.Message message -> {
                messages++;
                output.out.println(
                        CodeReadingJson.of(
                                message.id(), extractor.read(message.text(), message.sender())));
            }
            case MessageLine.Wrong(String what) -> {
                wrong++;
                output.err.println(name + ", line " + line.number() + ": " + what);
            }
        }
    }
}
