/** A scripted carrier (an SMSC): sessions, windows, redelivery, faults, and a ledger of it all. */
@NullMarked
package io.inlet.simulator;

import org.jspecify.annotations.NullMarked;
