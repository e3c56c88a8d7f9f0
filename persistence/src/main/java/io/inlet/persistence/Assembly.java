package io.inlet.persistence;

import io.inlet.sms.MessageId;
import java.util.List;
import java.util.UUID;

/**
 * The parts of one long message that is to be told: complete, cut short by the next one, or
 * overdue.
 *
 * @param key names it among the long messages in the making
 * @param place the place in the batch of the arrival that ended it
 * @param id the id that its first part got
 * @param total how many parts there should be
 * @param told whether it was told before, without some of them
 * @param parts those that are here, by part number
 */
record Assembly(UUID key, int place, MessageId id, int total, boolean told, List<KeptPart> parts) {}
