package io.inlet.sandbox;

/**
 * The simulated carrier, to which the gateway keeps a simulated bind. Any thread; does not block.
 */
public interface SandboxCarrier {
    /**
     * Sends a message over the bind, as soon as there is a session: {@code Sent}, {@code Unfit} or
     * {@code Congested}. What waits when the gateway stops is gone.
     */
    SendOutcome send(SandboxMessage message);
}
