package io.inlet.simulator.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts that come with the carrier, by name. Stateless. */
public final class Shipped {
    private Shipped() {}

    /** Their names, in the order in which an engineer runs them. */
    public static List<String> names() throws IOException {
        return read("list").lines().filter(name -> !name.isBlank()).toList();
    }

    /**
     * The text of one.
     *
     * @throws IOException if there is none of that name
     */
    public static String text(String name) throws IOException {
        if (!names().contains(name)) {
            throw new IOException(
                    "there is no file and no script %s; the scripts are: %s"
                            .formatted(name, String.join(", ", names())));
        }
        return read(name);
    }

    private static String read(String name) throws IOException {
        String resource = "/io/inlet/simulator/scripts/" + name + ".txt";
        try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the program is not whole: there is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
