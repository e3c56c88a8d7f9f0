package io.inlet.persistence;

import io.inlet.sms.MessageId;
import java.util.List;

/**
 * The parts of one long message that is over: complete, or cut short by the next one.
 *
 * @param last the arrival that ended it
 * @param id the id that its first part got
 * @param total how many parts there should be
 * @param parts those that are here, by part number
 */
record Assembly(ArrivedPart last, MessageId id, int total, List<KeptPart> parts) {}
