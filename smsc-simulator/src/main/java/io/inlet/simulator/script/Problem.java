package io.inlet.simulator.script;

/**
 * What is wrong with a line of a script.
 *
 * @param line from 1
 * @param text what was expected and what was found; never a message's text
 */
public record Problem(int line, String text) {
    @Override
    public String toString() {
        return "line " + line + ": " + text;
    }
}
