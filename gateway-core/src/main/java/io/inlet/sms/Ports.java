package io.inlet.sms;

/**
 * The applications that a text goes between (3GPP TS 23.040, sections 9.2.3.24.3 and 4): such a one
 * is not meant for people.
 *
 * @param destination the port it is sent to, 0 to 65535
 * @param source the port it comes from, the same
 */
public record Ports(int destination, int source) {}
