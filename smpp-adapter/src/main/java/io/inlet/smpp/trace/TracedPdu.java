package io.inlet.smpp.trace;

import io.inlet.sms.Octets;
import java.time.Instant;

/**
 * One PDU that passed over a bind, content and all: it leaves this package only masked.
 *
 * @param at when it was read or written
 * @param direction which way
 * @param session counts the connections of the bind, from 1
 * @param pdu all of it, header included
 */
record TracedPdu(Instant at, Direction direction, int session, Octets pdu) {}
