package io.inlet.smpp;

import io.inlet.sms.Origin;

/**
 * One call to a carrier.
 *
 * @param origin of what it brings: names the session to be
 * @param request the first thing said
 */
record Call(Origin origin, BindRequest request) {}
