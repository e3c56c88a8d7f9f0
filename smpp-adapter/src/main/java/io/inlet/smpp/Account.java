package io.inlet.smpp;

import io.inlet.intake.SessionStore;
import io.inlet.sms.Answered;
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

    private volatile @Nullable Answered proven;
    private volatile @Nullable End end;

    // The ledger's thread only.
    private boolean toldOpened;
    private @Nullable Answered toldProven;
    private boolean toldClosed;

    Account(SessionLedger ledger, Origin origin, Instant openedAt) {
        this.ledger = ledger;
        this.session = origin.session();
        this.bind = origin.bind();
        this.openedAt = openedAt;
    }

    /**
     * The carrier has heard the answers to these arrivals: all that are known, not the new ones.
     */
    void proven(Answered answered) {
        proven = answered;
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
        Answered heard = proven;
        End ended = end;
        if (!toldOpened) {
            store.opened(session, bind, openedAt);
            toldOpened = true;
        }
        if (heard != null && !heard.equals(toldProven)) {
            store.proven(session, heard);
            toldProven = heard;
        }
        if (ended != null && !toldClosed) {
            store.closed(session, ended.at, ended.reason.label());
            toldClosed = true;
        }
    }

    private record End(Instant at, EndReason reason) {}
}
