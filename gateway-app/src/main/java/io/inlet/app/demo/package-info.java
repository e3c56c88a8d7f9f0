/** The demonstration: a carrier, a gateway and a few lessees on one machine. */
@NullMarked
package io.inlet.app.demo;

import org.jspecify.annotations.NullMarked;
