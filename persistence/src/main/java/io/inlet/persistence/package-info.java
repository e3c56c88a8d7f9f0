@NullMarked
package io.inlet.persistence;

import org.jspecify.annotations.NullMarked;
