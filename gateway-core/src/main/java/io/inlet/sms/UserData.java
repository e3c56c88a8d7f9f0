package io.inlet.sms;

/**
 * What a segment carries, before it is read as text.
 *
 * @param encoding how the octets are to be read, after data_coding and the bind's settings
 * @param header the user data header with its length octet, or empty
 * @param octets the octets after the header
 */
public record UserData(Encoding encoding, Octets header, Octets octets) {
    /** User data with the data_coding that usually stands for its alphabet. */
    public UserData(Alphabet alphabet, Octets header, Octets octets) {
        this(Encoding.of(alphabet), header, octets);
    }

    /** How the octets become characters. */
    public Alphabet alphabet() {
        return encoding.alphabet();
    }

    /** The national tables that the header asks for. */
    ShiftTables shiftTables() {
        return header.length() == 0 ? ShiftTables.DEFAULT : UserDataHeader.parse(header).tables();
    }
}
