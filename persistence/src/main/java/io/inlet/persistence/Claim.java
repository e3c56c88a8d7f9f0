package io.inlet.persistence;

import java.time.Instant;

/**
 * Something that arrived for a number.
 *
 * @param destination the number as the adapter normalised it; not always one
 * @param arrival when
 */
record Claim(String destination, Instant arrival) {}
