package io.inlet.sms;

/**
 * What a segment carries, before it is read as text.
 *
 * @param alphabet how the octets are to be read, after data_coding and the bind's settings
 * @param header the user data header with its length octet, or empty
 * @param octets the octets after the header
 */
public record UserData(Alphabet alphabet, Octets header, Octets octets) {}
