package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.AwaitingSegments;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.QuarantineReason;
import org.jspecify.annotations.Nullable;

/** Turns what became of a message into the command_status that its carrier understands. */
record Verdict(CarrierSettings carrier) {

    /**
     * The status for a disposition; without one the intake has failed, and the carrier shall try
     * again.
     */
    int status(@Nullable Disposition disposition) {
        return switch (disposition) {
            case null -> carrier.faultStatus().code();
            case Stored _, AwaitingSegments _, Redelivered _ -> CommandStatus.ESME_ROK;
            case Quarantined quarantined ->
                    quarantined.reason() == QuarantineReason.UNREADABLE
                            ? carrier.unreadableStatus().code()
                            : CommandStatus.ESME_ROK;
            case Deferred deferred ->
                    switch (deferred.reason()) {
                        case INTAKE_FULL, STOPPING -> overload();
                        case STORE_UNAVAILABLE, OUTCOME_UNKNOWN -> carrier.faultStatus().code();
                    };
        };
    }

    /** The status for what is not even handed to the intake. */
    int overload() {
        return carrier.overloadStatus().code();
    }

    /** Whether it is certain that it is not durable: a commit of unknown outcome may have been. */
    static boolean isKnownNotToBeStored(@Nullable Disposition disposition) {
        return switch (disposition) {
            case null -> false;
            case Stored _, AwaitingSegments _, Redelivered _, Quarantined _ -> false;
            case Deferred deferred ->
                    switch (deferred.reason()) {
                        case INTAKE_FULL, STOPPING, STORE_UNAVAILABLE -> true;
                        case OUTCOME_UNKNOWN -> false;
                    };
        };
    }
}
