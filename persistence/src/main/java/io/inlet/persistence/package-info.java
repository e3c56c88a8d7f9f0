/** PostgreSQL: the stores behind the domain's ports, the keys at rest, and the embedded server. */
@NullMarked
package io.inlet.persistence;

import org.jspecify.annotations.NullMarked;
