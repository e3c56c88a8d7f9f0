package io.inlet.persistence;

import io.inlet.intake.Owner;
import io.inlet.intake.Submission;

/**
 * A part of a long message in the batch at hand.
 *
 * @param place its place in the batch
 * @param submission the part
 * @param owner whose it is by itself: this key seals it while it waits
 */
record ArrivedPart(int place, Submission.Part submission, Owner owner) {}
