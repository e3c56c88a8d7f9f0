package io.inlet.simulator.script;

/**
 * A step and where it stands.
 *
 * @param number from 1
 * @param shown the line for people: without texts and whole numbers
 */
record Line(int number, String shown, Step step) {
    static String shown(String line) {
        return line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"...\"")
                .replaceAll("#.*", "")
                .replaceAll("(\\+?\\d{3})\\d{3,}(\\d\\d)(?!\\d)", "$1...$2")
                .strip();
    }
}
