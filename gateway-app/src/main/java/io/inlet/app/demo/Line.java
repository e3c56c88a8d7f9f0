package io.inlet.app.demo;

import io.inlet.simulator.message.OutgoingMessage;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the demo's carrier sends, and what must come of it.
 *
 * @param shape how it travels, in a few words
 * @param message what the carrier sends
 * @param expected what its lessee must read, or null if nobody may see it
 */
record Line(String shape, OutgoingMessage message, @Nullable Expected expected) {

    /**
     * What a lessee must read.
     *
     * @param number which number, with the plus
     * @param sender the sender as shown
     * @param code the code, or null
     * @param text the text
     */
    record Expected(String number, String sender, @Nullable String code, String text) {}
}
