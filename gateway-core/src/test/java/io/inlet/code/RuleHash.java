package io.inlet.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A SHA-256 over what decides a reading besides the program: phrases and weights. */
final class RuleHash {
    private static final Path LANGUAGES = Path.of("src/main/resources/io/inlet/code/languages");

    private final MessageDigest digest;

    RuleHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over all language files, by name, and all weights. */
    static String ofShipped() throws IOException {
        RuleHash hash = new RuleHash();
        files().forEach(hash::file);
        for (Circumstance circumstance : Circumstance.values()) {
            for (Calling calling : Calling.values()) {
                hash.weight(circumstance + "." + calling, circumstance.weight(calling));
            }
        }
        for (BrandTrait trait : BrandTrait.values()) {
            hash.weight(trait.name(), trait.weight());
        }
        constants(Weights.class).forEach(hash::weight);
        constants(Brands.class).forEach(hash::weight);
        return hash.hash();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(LANGUAGES)) {
            return files.sorted().toList();
        }
    }

    private void file(Path file) {
        try {
            file(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file of phrases; comments change no reading, and are left out. */
    RuleHash file(String name, String content) {
        add(name);
        content.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
        return this;
    }

    RuleHash weight(String name, double weight) {
        add(name + '=' + weight);
        return this;
    }

    private void add(String line) {
        digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** The constant numbers of a class, by name. */
    static SortedMap<String, Double> constants(Class<?> type) {
        SortedMap<String, Double> constants = new TreeMap<>();
        for (Field field : type.getDeclaredFields()) {
            int constant = Modifier.STATIC | Modifier.FINAL;
            if ((field.getModifiers() & constant) == constant && field.getType().isPrimitive()) {
                constants.put(type.getSimpleName() + '.' + field.getName(), number(field));
            }
        }
        return constants;
    }

    private static double number(Field field) {
        try {
            field.setAccessible(true);
            return ((Number) field.get(null)).doubleValue();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
