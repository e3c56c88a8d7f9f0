package io.inlet.smpp;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long a bind waits for what. Each is more than nothing, but for {@code inactivity}, and at
 * most 5 minutes, but for {@code enquireLink}, {@code proof} and {@code inactivity}, at most a day,
 * and {@code reconnectMost}, at most an hour.
 *
 * @param connect for the host's address, and as long again for its TCP handshake and that of TLS
 * @param bindResponse for the carrier's answer to bind
 * @param enquireLink between our enquire_links at most; keep it under the carrier's idle timer,
 *     which lies between 30 s and 5 min
 * @param enquireLinkAnswer how long nothing at all may come after an enquire_link before the
 *     session counts as dead; and how long its answer may take, or it proves nothing
 * @param proof between answers and the enquire_link that proves them heard, at least; not more than
 *     {@code enquireLink}
 * @param responseBudget within which a deliver_sm is answered, or its answer proves nothing; keep
 *     it under the carrier's response timer, best by twice {@code enquireLinkAnswer}
 * @param inactivity how long no message at all may come before the session ends and another is
 *     made, for carriers that forget sessions; nothing, the default, for never. Keep it over the
 *     longest silence of a good day
 * @param pduRead how long the rest of a PDU may take once its first octet has come; a carrier that
 *     needs longer is lost in its own stream
 * @param write how long the carrier may leave our octets unread before the session counts as dead
 * @param unbind for the carrier's answer to unbind
 * @param reconnectFirst before the first new attempt; the wait doubles with each
 * @param reconnectMost the longest wait between two attempts, jitter aside
 */
public record BindTimers(
        @Default("10s") Duration connect,
        @Default("10s") Duration bindResponse,
        @Default("30s") Duration enquireLink,
        @Default("10s") Duration enquireLinkAnswer,
        @Default("1s") Duration proof,
        @Default("10s") Duration responseBudget,
        @Default("0s") Duration inactivity,
        @Default("30s") Duration pduRead,
        @Default("10s") Duration write,
        @Default("5s") Duration unbind,
        @Default("1s") Duration reconnectFirst,
        @Default("60s") Duration reconnectMost) {
    private static final Duration SHORTEST_TICK = Duration.ofMillis(1);
    private static final Duration LONGEST_TICK = Duration.ofMillis(200);

    /** Who removes a bind waits for its end, and must not wait for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    /** The defaults. */
    public static final BindTimers DEFAULT = Defaults.of(BindTimers.class);

    public BindTimers {
        Expect.positive("connect", connect);
        Expect.positive("bindResponse", bindResponse);
        Expect.positive("enquireLink", enquireLink);
        Expect.positive("enquireLinkAnswer", enquireLinkAnswer);
        Expect.positive("proof", proof);
        Expect.positive("responseBudget", responseBudget);
        Expect.notNegative("inactivity", inactivity);
        Expect.positive("pduRead", pduRead);
        Expect.positive("write", write);
        Expect.positive("unbind", unbind);
        Expect.positive("reconnectFirst", reconnectFirst);
        Expect.atMost("connect", connect, LONGEST);
        Expect.atMost("bindResponse", bindResponse, LONGEST);
        Expect.atMost("enquireLink", enquireLink, LONGEST_SILENCE);
        Expect.atMost("enquireLinkAnswer", enquireLinkAnswer, LONGEST);
        Expect.atMost("responseBudget", responseBudget, LONGEST);
        Expect.atMost("inactivity", inactivity, LONGEST_SILENCE);
        Expect.atMost("pduRead", pduRead, LONGEST);
        Expect.atMost("write", write, LONGEST);
        Expect.atMost("unbind", unbind, LONGEST);
        Expect.atMost("proof", proof, enquireLink);
        Expect.atMost("reconnectFirst", reconnectFirst, reconnectMost);
        Expect.atMost("reconnectMost", reconnectMost, Duration.ofHours(1));
    }

    // Five looks within the shortest of the timers that are looked at, and no more than needed.
    long tickNanos() {
        long shortest =
                Stream.of(
                                connect,
                                bindResponse,
                                enquireLinkAnswer,
                                proof,
                                responseBudget,
                                pduRead,
                                write,
                                unbind)
                        .mapToLong(Duration::toNanos)
                        .min()
                        .orElseThrow();
        return Math.clamp(shortest / 5, SHORTEST_TICK.toNanos(), LONGEST_TICK.toNanos());
    }
}
