package io.inlet.smpp;

/** What became of a command to one bind. */
public sealed interface ControlOutcome {
    /**
     * It is done: what had to end has ended.
     *
     * @param state where the bind stood right after
     */
    record Done(BindState state) implements ControlOutcome {}

    /** There is no bind of this name. */
    record UnknownBind() implements ControlOutcome {}

    /**
     * The bind is told to stay away, and must be enabled first.
     *
     * @param state where it stands
     */
    record NotEnabled(BindState state) implements ControlOutcome {}

    /** Another command, or other settings, came before it was done, and hold in its place. */
    record Superseded() implements ControlOutcome {}

    /** The gateway stops, or the bind was removed. */
    record Stopped() implements ControlOutcome {}
}
