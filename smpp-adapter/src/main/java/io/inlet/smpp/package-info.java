/**
 * Carriers: binds, their live sessions, and PDU to segment. The ESME side of SMPP 3.4, for
 * receiving only: {@link io.inlet.smpp.Carriers} is the way in.
 */
@NullMarked
package io.inlet.smpp;

import org.jspecify.annotations.NullMarked;
