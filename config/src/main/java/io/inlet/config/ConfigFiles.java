package io.inlet.config;

import io.inlet.config.Tree.Field;
import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Nothing;
import io.inlet.config.Tree.Scalar;
import io.inlet.config.Tree.Sequence;
import io.inlet.config.Tree.Unreadable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the main file and {@code carriers.d/*.yaml} beside it together into one tree: their carriers
 * follow the main file's, in the order of their file names. A carrier's file holds one carrier or a
 * list.
 */
final class ConfigFiles {
    static final String CARRIERS = "carriers";
    static final String FOLDER = "carriers.d";

    private final Problems problems;

    ConfigFiles(Problems problems) {
        this.problems = problems;
    }

    Tree read(Path main) {
        Tree root = parse(main);
        List<Tree> added = new ArrayList<>();
        for (Path file : carrierFiles(main.resolveSibling(FOLDER))) {
            switch (parse(file)) {
                case Sequence several -> added.addAll(several.items());
                case Mapping one -> added.add(one);
                case Scalar text ->
                        problems.add(text.place().problem("", "expected a carrier or a list"));
                case Nothing _, Unreadable _ -> {}
            }
        }
        boolean alone = added.isEmpty() || root instanceof Unreadable;
        return alone ? root : join(root, added);
    }

    private static Tree join(Tree root, List<Tree> added) {
        List<Field> fields =
                new ArrayList<>(root instanceof Mapping mapping ? mapping.fields() : List.of());
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.name().equals(CARRIERS)) {
                fields.set(i, new Field(CARRIERS, field.place(), extended(field.value(), added)));
                return new Mapping(root.place(), fields);
            }
        }
        Place place = added.getFirst().place();
        fields.add(new Field(CARRIERS, place, new Sequence(place, added)));
        return new Mapping(root.place(), fields);
    }

    private static Tree extended(Tree own, List<Tree> added) {
        return switch (own) {
            case Sequence sequence -> {
                List<Tree> all = new ArrayList<>(sequence.items());
                all.addAll(added);
                yield new Sequence(sequence.place(), all);
            }
            case Nothing nothing -> new Sequence(nothing.place(), added);
            // Not a list: left as it is, for the binder to refuse.
            case Scalar _, Mapping _, Unreadable _ -> own;
        };
    }

    private List<Path> carrierFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> sorted = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
            files.forEach(sorted::add);
        } catch (IOException e) {
            problems.add(Problem.of(folder, "the folder cannot be read"));
        }
        sorted.sort(null);
        return sorted.stream().filter(this::isNamedWell).toList();
    }

    /** A carrier that is silently left out would be missed only when its messages do not come. */
    private boolean isNamedWell(Path file) {
        if (file.toString().endsWith(".yaml")) {
            return true;
        }
        problems.add(Problem.of(file, "not read; its name must end in .yaml"));
        return false;
    }

    private Tree parse(Path file) {
        try {
            return YamlParser.parse(file, Files.readString(file), problems);
        } catch (NoSuchFileException e) {
            problems.add(Problem.of(file, "there is no such file; --config names another"));
        } catch (CharacterCodingException e) {
            problems.add(Problem.of(file, "not UTF-8 text"));
        } catch (IOException e) {
            problems.add(Problem.of(file, "the file cannot be read"));
        }
        return new Unreadable(Place.startOf(file));
    }
}
