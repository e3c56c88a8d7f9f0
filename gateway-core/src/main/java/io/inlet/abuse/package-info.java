/** What keeps one tenant from taking what others need. */
@NullMarked
package io.inlet.abuse;

import org.jspecify.annotations.NullMarked;
