package io.inlet.persistence;

import io.inlet.intake.PartContent;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Parts that joined a message after it was told.
 *
 * @param key names it among the long messages in the making
 * @param whole the message with all that came
 * @param pieces all that came, in the order of the part numbers
 */
record LateParts(UUID key, Newborn whole, List<Piece> pieces) {
    /** What came and was not told; all of it if nothing else is left. */
    List<Piece> untold(Set<Integer> told) {
        List<Piece> untold =
                pieces.stream().filter(piece -> !told.contains(piece.part().number())).toList();
        return untold.isEmpty() ? pieces : untold;
    }

    /** A part and what it says. */
    record Piece(KeptPart part, PartContent content) {}
}
