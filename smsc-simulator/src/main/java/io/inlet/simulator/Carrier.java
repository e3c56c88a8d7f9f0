package io.inlet.simulator;

/** What all sessions of one carrier share. */
record Carrier(
        SmscSettings settings,
        BindDesk desk,
        Sessions sessions,
        Violations violations,
        Heard heard,
        Outbox outbox) {}
