package io.inlet.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one type is written in a file.
 *
 * @param expected what a message says was expected
 * @param read the value, or null if the text is not one
 */
record ScalarFormat(String expected, Function<String, @Nullable Object> read) {}
