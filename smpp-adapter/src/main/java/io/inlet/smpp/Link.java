package io.inlet.smpp;

/**
 * What holds the slot of a bind, from the first look-up of a host until the last of its connections
 * is closed. A bind has one at a time, which is why it never has two sessions. The bind's event
 * loop alone calls it, and is called by it.
 */
interface Link {
    /** Who is told what becomes of it. */
    interface Owner {
        /** It has come to this state. */
        void entered(BindState state);

        /** Nothing is left of it. Told once. */
        void ended(Session.End end);
    }

    /** Begins, once. */
    void begin();

    /**
     * Ends in good manners and within its timers; the owner hears so, maybe before this returns.
     */
    void leave(EndReason reason);

    /** Whom it talks to, as in {@code smpp.acme.example:2775 (192.0.2.7)}; empty if to nobody. */
    String host();
}
