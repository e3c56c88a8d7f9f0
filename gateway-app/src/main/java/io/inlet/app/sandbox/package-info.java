/** The gateway's own simulated carrier, and scenarios that are played over it. */
@NullMarked
package io.inlet.app.sandbox;

import org.jspecify.annotations.NullMarked;
