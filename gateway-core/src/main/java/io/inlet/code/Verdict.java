package io.inlet.code;

import org.jspecify.annotations.Nullable;

/**
 * How well a phrase says that a candidate is a code.
 *
 * @param candidate the candidate
 * @param anchor the phrase, or null if the candidate speaks for itself
 * @param score 0 to 1
 */
record Verdict(Candidate candidate, @Nullable Hit anchor, double score) {}
