@NullMarked
package io.inlet.http;

import org.jspecify.annotations.NullMarked;
