package io.inlet.sms;

/**
 * Where a PDU came in.
 *
 * @param carrier the carrier's name in the configuration
 * @param bind the bind
 * @param session the live session of that bind
 * @param simulated whether the bind is marked as a simulated one: what it brings may reach sandbox
 *     numbers only
 */
public record Origin(String carrier, BindId bind, SessionId session, boolean simulated) {}
