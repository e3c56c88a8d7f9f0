package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is wrong with a PDU; its command_length stays right.
 *
 * @param cut so many octets are missing at its end
 * @param trailing these follow its end
 */
record Damage(int cut, Octets trailing) {
    static final Damage NONE = new Damage(0, Octets.EMPTY);

    private static final int HEADER = 16;

    Octets to(Octets pdu) {
        if (equals(NONE)) {
            return pdu;
        }
        MessageBuilder.check("cut", cut, 0, pdu.length() - HEADER);
        byte[] kept = Arrays.copyOf(pdu.array(), pdu.length() - cut);
        byte[] damaged = UserData.join(Octets.wrap(kept), trailing).array();
        ByteBuffer.wrap(damaged).putInt(damaged.length);
        return Octets.wrap(damaged);
    }
}
