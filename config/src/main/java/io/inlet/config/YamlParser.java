package io.inlet.config;

import io.inlet.config.Tree.Field;
import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Nothing;
import io.inlet.config.Tree.Scalar;
import io.inlet.config.Tree.Sequence;
import io.inlet.config.Tree.Unreadable;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML up to its node tree. Nothing is constructed: the types of values are the settings
 * records' business, so none of YAML's own guesses ({@code no} is false, {@code 010} is 8) apply.
 * One object parses one text.
 */
final class YamlParser {
    private final Path file;
    private final Problems problems;
    // An alias is the same node again; a node under conversion that comes again contains itself.
    private final Map<Node, Tree> converted = new HashMap<>();

    private YamlParser(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** What the text says; a syntax error is reported. */
    static Tree parse(Path file, String text, Problems problems) {
        return new YamlParser(file, problems).parse(text);
    }

    private Tree parse(String text) {
        Place start = Place.startOf(file);
        try {
            Node root =
                    new Yaml(new SafeConstructor(new LoaderOptions()))
                            .compose(new StringReader(text));
            return root == null ? new Nothing(start) : convert(root);
        } catch (MarkedYAMLException e) {
            // Not getMessage(): it quotes the line, which may hold a password put in wrongly.
            problems.add(syntax(e));
        } catch (YAMLException e) {
            problems.add(start.problem("", "not readable as YAML"));
        }
        return new Unreadable(start);
    }

    private Problem syntax(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Place place = mark == null ? Place.startOf(file) : place(mark);
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return place.problem("", "not readable as YAML: " + context + e.getProblem());
    }

    private Tree convert(Node node) {
        Tree known = converted.get(node);
        if (known != null) {
            return known;
        }
        Place place = place(node.getStartMark());
        converted.put(node, new Nothing(place));
        Tree tree =
                switch (node) {
                    case ScalarNode scalar -> scalar(scalar, place);
                    case SequenceNode sequence -> sequence(sequence, place);
                    case MappingNode mapping -> mapping(mapping, place);
                    case AnchorNode anchor -> convert(anchor.getRealNode());
                    default -> new Nothing(place);
                };
        converted.put(node, tree);
        return tree;
    }

    private static Tree scalar(ScalarNode node, Place place) {
        boolean empty =
                node.getScalarStyle() == ScalarStyle.PLAIN && Tag.NULL.equals(node.getTag());
        return empty ? new Nothing(place) : new Scalar(place, node.getValue());
    }

    private Tree sequence(SequenceNode node, Place place) {
        return new Sequence(place, node.getValue().stream().map(this::convert).toList());
    }

    private Tree mapping(MappingNode node, Place place) {
        List<Field> fields = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            Place at = place(tuple.getKeyNode().getStartMark());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                fields.add(new Field(key.getValue(), at, convert(tuple.getValueNode())));
            } else {
                problems.add(at.problem("", "expected a plain key, found a list or a group"));
            }
        }
        return new Mapping(place, List.copyOf(fields));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
