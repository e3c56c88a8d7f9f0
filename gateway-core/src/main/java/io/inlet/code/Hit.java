package io.inlet.code;

/**
 * A phrase found in a text.
 *
 * @param from its first character
 * @param to after its last
 */
record Hit(int from, int to, Cue cue) {}
