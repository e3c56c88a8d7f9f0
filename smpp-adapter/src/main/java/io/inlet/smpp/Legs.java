package io.inlet.smpp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a link. Each is begun when the one before it has bound, and the link is bound
 * when all are. If one ends, for whatever reason, all end, and the first end is that of the link.
 * Owned by the bind's event loop.
 */
final class Legs {
    /** Brings a session about, and tells the leg what becomes of it. */
    interface Caller {
        void call(int number, Session.Owner leg);
    }

    private final BindContext context;
    private final Link.Owner owner;
    private final Caller caller;
    private final List<Role> roles;
    private final List<Leg> legs = new ArrayList<>();

    private @Nullable EndReason leaving;
    private Session.@Nullable End firstEnd;
    private boolean isOver;

    Legs(BindContext context, Link.Owner owner, Caller caller) {
        this.context = context;
        this.owner = owner;
        this.caller = caller;
        this.roles = context.bind().type().roles();
    }

    void begin() {
        next();
    }

    private void next() {
        Leg leg = new Leg(legs.size());
        legs.add(leg);
        caller.call(leg.number, leg);
    }

    /** Ends all of them in good manners. */
    void leave(EndReason reason) {
        if (leaving == null) {
            leaving = reason;
        }
        // A leg may end at once, and change the list's elements but not the list.
        for (Leg leg : legs) {
            leg.leave(reason);
        }
    }

    private void bound() {
        if (leaving != null) {
            return;
        }
        if (legs.size() < roles.size()) {
            next();
        } else {
            owner.entered(BindState.BOUND);
        }
    }

    private void ended(Leg leg, Session.End end) {
        if (firstEnd == null) {
            firstEnd = end;
            leave(EndReason.PARTNER_ENDED);
        } else {
            context.log().partnerEnded(roles.get(leg.number), end);
            context.countEnd(end.reason());
        }
        // The partner may have ended within leave.
        if (!isOver && legs.stream().allMatch(one -> one.isOver)) {
            isOver = true;
            owner.ended(firstEnd);
        }
    }

    /** One of them. */
    private final class Leg implements Session.Owner {
        private final int number;
        private @Nullable Session session;
        private boolean isOver;

        Leg(int number) {
            this.number = number;
        }

        void leave(EndReason reason) {
            if (session != null && !isOver) {
                session.leave(reason);
            }
        }

        @Override
        public void begun(Session begun) {
            session = begun;
            if (leaving != null) {
                begun.leave(leaving);
            }
        }

        @Override
        public void entered(BindState state) {
            owner.entered(state);
        }

        @Override
        public void bound(String version) {
            context.log().bound(roles.get(number), version);
            Legs.this.bound();
        }

        @Override
        public EndReason accountOf(EndReason own) {
            return firstEnd == null ? own : firstEnd.reason();
        }

        @Override
        public void ended(Session.End end) {
            isOver = true;
            Legs.this.ended(this, end);
        }
    }
}
