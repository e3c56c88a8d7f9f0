package io.inlet.config;

/** Reads a default that is a list or a group. */
final class DefaultText {
    private DefaultText() {}

    static Tree parse(Place at, String text) {
        var problems = new Problems();
        Tree tree = YamlParser.parse(at.file(), text, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("not a default: " + text);
        }
        return tree;
    }
}
