package io.inlet.config;

/** Shows what was found in a message, bounded so that a pasted file does not fill the screen. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        return '"' + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...") + '"';
    }
}
