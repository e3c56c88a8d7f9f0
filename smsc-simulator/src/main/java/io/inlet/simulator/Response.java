package io.inlet.simulator;

/**
 * A response that answers none of the carrier's counted requests: one to octets written by {@link
 * SmscSession#write}, one that came too late, or one that came twice.
 *
 * @param commandId its command_id
 * @param status its command_status
 * @param sequence its sequence_number
 */
public record Response(int commandId, int status, int sequence) {}
