@NullMarked
package io.inlet.config;

import org.jspecify.annotations.NullMarked;
