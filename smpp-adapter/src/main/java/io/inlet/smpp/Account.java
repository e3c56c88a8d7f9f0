package io.inlet.smpp;

import io.inlet.intake.SessionStore;
import io.inlet.sms.BindId;
import io.inlet.sms.Origin;
import io.inlet.sms.SessionId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the store shall know of one session, and what it knows. Event loops write the one, the
 * ledger's thread the other; changes that come while the store is busy become one call.
 */
final class Account implements SessionLedger.Note {
    private final SessionLedger ledger;
    private final SessionId session;
    private final BindId bind;
    private final Instant openedAt;
    private final AtomicBoolean queued = new AtomicBoolean();

    private volatile @Nullable Instant provenUntil;
    private volatile @Nullable End end;

    // The ledger's thread only.
    private boolean toldOpened;
    private @Nullable Instant toldProven;
    private boolean toldClosed;

    Account(SessionLedger ledger, Origin origin, Instant openedAt) {
        this.ledger = ledger;
        this.session = origin.session();
        this.bind = origin.bind();
        this.openedAt = openedAt;
    }

    /** The carrier has heard all answers to what arrived before an instant, later than the last. */
    void proven(Instant until) {
        provenUntil = until;
        changed();
    }

    /** The session has ended; nothing comes after. */
    void closed(Instant at, EndReason reason) {
        end = new End(at, reason);
        changed();
    }

    void changed() {
        if (queued.compareAndSet(false, true) && !ledger.hand(this)) {
            queued.set(false);
        }
    }

    @Override
    public void tell(SessionStore store) {
        // Before anything is read: what changes from here on queues the account once more.
        queued.set(false);
        Instant proven = provenUntil;
        End ended = end;
        if (!toldOpened) {
            store.opened(session, bind, openedAt);
            toldOpened = true;
        }
        if (proven != null && !proven.equals(toldProven)) {
            store.proven(session, proven);
            toldProven = proven;
        }
        if (ended != null && !toldClosed) {
            store.closed(session, ended.at, ended.reason.label());
            toldClosed = true;
        }
    }

    private record End(Instant at, EndReason reason) {}
}
