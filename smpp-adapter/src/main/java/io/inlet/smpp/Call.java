package io.inlet.smpp;

import io.inlet.sms.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One call to a carrier.
 *
 * @param origin of what it brings: names the session to be
 * @param tls our end of TLS, or null
 * @param request the first thing said
 */
record Call(Origin origin, @Nullable TlsClient tls, BindRequest request) {}
