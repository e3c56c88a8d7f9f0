/** What passed over a bind last, kept for the engineer who brings it up, its content masked. */
@NullMarked
package io.inlet.smpp.trace;

import org.jspecify.annotations.NullMarked;
