package io.inlet.smpp;

import java.util.concurrent.CompletableFuture;

/**
 * What has been begun for one bind by {@link Carriers#apply}.
 *
 * @param change what other settings mean for it
 * @param outcome completes when its old session, if it is to end, has ended; within the bind's
 *     response budget and unbind timer and some seconds, never exceptionally
 */
public record AppliedChange(BindChange change, CompletableFuture<ControlOutcome> outcome) {}
