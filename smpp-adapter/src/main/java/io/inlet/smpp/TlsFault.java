package io.inlet.smpp;

import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with TLS.
 *
 * @param detail what an engineer needs to know of it
 */
record TlsFault(EndReason reason, String detail) {
    private static final String ALERT = "Received fatal alert: ";

    /** The first two octets of TLS records that carry an alert or a handshake (RFC 8446, 5.1). */
    private static final int ALERT_RECORD = 0x1503;

    private static final int HANDSHAKE_RECORD = 0x1603;

    /** What an exception of a connection says of TLS, or null if that is not what it is about. */
    static @Nullable TlsFault of(@Nullable Throwable thrown) {
        TlsFault fault = null;
        // The innermost one knows best.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            TlsFault known = ofOne(cause);
            fault = known == null ? fault : known;
        }
        return fault;
    }

    /** Of a handshake that failed, for whatever reason. */
    static TlsFault ofHandshake(Throwable thrown) {
        TlsFault fault = of(thrown);
        if (fault != null && !(thrown instanceof ClosedChannelException)) {
            return fault;
        }
        return failed("the carrier closed the connection: does this port speak TLS?");
    }

    private static @Nullable TlsFault ofOne(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CarrierTrust.Refusal refusal -> new TlsFault(refusal.reason(), message);
            case NotSslRecordException _ ->
                    new TlsFault(EndReason.TLS_NOT_SPOKEN, "what came is not TLS");
            case SSLException _ when message.contains(ALERT) ->
                    new TlsFault(
                            EndReason.TLS_REFUSED,
                            message.substring(message.indexOf(ALERT) + ALERT.length()));
            case SSLException _ -> failed(message);
            default -> null;
        };
    }

    private static TlsFault failed(String detail) {
        return new TlsFault(EndReason.TLS_HANDSHAKE_FAILED, detail);
    }

    /** Whether what was taken for a command_length is the beginning of a TLS record. */
    static boolean isRecord(long commandLength) {
        long start = commandLength >> 16;
        return start == ALERT_RECORD || start == HANDSHAKE_RECORD;
    }
}
