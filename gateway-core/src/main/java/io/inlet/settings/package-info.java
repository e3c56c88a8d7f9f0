/** How a module states what can be configured: records whose components carry their defaults. */
@NullMarked
package io.inlet.settings;

import org.jspecify.annotations.NullMarked;
