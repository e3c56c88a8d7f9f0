/** What carriers send, in our terms: segments, messages, senders, alphabets. */
@NullMarked
package io.inlet.sms;

import org.jspecify.annotations.NullMarked;
