package io.inlet.simulator;

/**
 * Where a message stands in the ledger.
 *
 * @param firstSegment the number of its first segment
 * @param segments how many it has; their numbers follow
 */
public record Handed(long firstSegment, int segments) {}
