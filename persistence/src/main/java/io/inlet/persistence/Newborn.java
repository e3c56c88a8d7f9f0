package io.inlet.persistence;

import io.inlet.intake.Draft;
import io.inlet.sms.BindId;
import java.util.List;

/**
 * A message that is to be told and whose owner is to be found.
 *
 * @param place the place in the batch of the arrival that completed it
 * @param draft what was read, as it is for anybody until its owner is known
 * @param bind where that arrival came in
 * @param simulated whether any of it came over a simulated bind
 * @param claims its arrivals, earliest first; of stray parts those of the whole message, so that
 *     the refusal of the whole is theirs
 * @param deliveries how often its carrier delivered it so far
 * @param stray whether it is parts of a message whose owner they must not reach
 */
record Newborn(
        int place,
        Draft draft,
        BindId bind,
        boolean simulated,
        List<Claim> claims,
        int deliveries,
        boolean stray) {
    /** The same, read as its owner reads it. */
    Newborn readAs(Draft owned) {
        return new Newborn(place, owned, bind, simulated, claims, deliveries, stray);
    }
}
