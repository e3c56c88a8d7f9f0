@NullMarked
package io.inlet.benchmarks;

import org.jspecify.annotations.NullMarked;
