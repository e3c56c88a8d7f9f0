package io.inlet.http;

import io.inlet.lease.LeaseId;
import io.inlet.sandbox.SandboxFaults;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sms.Msisdn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a sandbox tenant sends itself; the components are the contract's field names. */
record SandboxBody(
        @Nullable String leaseId,
        @Nullable String number,
        @Nullable String from,
        @Nullable String text,
        @Nullable Faults faults) {
    /** What goes wrong with it. */
    record Faults(
            @Nullable String delay,
            @Nullable Boolean doubled,
            @Nullable Boolean outOfOrder,
            @Nullable Integer missingPart,
            @Nullable Boolean brokenEncoding) {
        SandboxFaults toFaults() {
            return new SandboxFaults(
                    checkedDelay(),
                    doubled != null && doubled,
                    outOfOrder != null && outOfOrder,
                    checkedPart(),
                    brokenEncoding != null && brokenEncoding);
        }

        private Duration checkedDelay() {
            Duration length = delay == null ? Duration.ZERO : DurationText.parse(delay);
            if (length == null || length.compareTo(SandboxFaults.LONGEST_DELAY) > 0) {
                throw Texts.refused("faults.delay", "0s to 60s");
            }
            return length;
        }

        private int checkedPart() {
            if (missingPart != null && (missingPart < 1 || missingPart > 255)) {
                throw Texts.refused("faults.missingPart", "1 to 255");
            }
            return missingPart == null ? 0 : missingPart;
        }
    }

    /** How long shall pass. */
    record Advance(@Nullable String by) {
        private static final Duration LONGEST = Duration.ofDays(400);

        Duration length() {
            Duration length = by == null ? null : DurationText.parse(by);
            if (length == null || !length.isPositive() || length.compareTo(LONGEST) > 0) {
                throw Texts.refused("by", "1s to 400d");
            }
            return length;
        }
    }

    /** Refuses both ways to say whose it is, and neither. */
    void expectOneRecipient() {
        if ((leaseId == null) == (number == null)) {
            throw Texts.refused("leaseId", "it or number, and not both");
        }
    }

    /** The lease, or null if the number says it. */
    @Nullable LeaseId lease() {
        try {
            return leaseId == null ? null : LeaseId.parse(leaseId);
        } catch (IllegalArgumentException _) {
            throw Texts.refused("leaseId", "the id of a lease");
        }
    }

    /** The number, where it is given. */
    Msisdn msisdn() {
        String text = number == null ? "" : number;
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (!Msisdn.isDigits(digits)) {
            throw Texts.refused("number", "a plus and 3 to 15 digits");
        }
        return new Msisdn(digits);
    }

    SandboxMessage toMessage(Msisdn to) {
        String sender = Texts.optional("from", from, SandboxMessage.LONGEST_SENDER);
        return new SandboxMessage(
                to,
                sender == null ? "" : sender,
                Texts.required("text", text, SandboxMessage.LONGEST_TEXT),
                faults == null ? SandboxFaults.NONE : faults.toFaults());
    }

    @Override
    public String toString() {
        return "sandbox message";
    }
}
