package io.inlet.app;

import io.inlet.http.AlphabetReport;
import io.inlet.id.EnumName;
import io.inlet.sms.AlphabetProbe;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.Origin;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.StoredPduReader;
import io.inlet.sms.UnclaimedPdus;
import io.inlet.sms.UserData;
import org.jspecify.annotations.Nullable;

/** What came over a bind for nobody, read under every alphabet. Any thread; blocks. */
final class StoredPayloads {
    private final UnclaimedPdus pdus;
    private final StoredPduReader reader;

    StoredPayloads(UnclaimedPdus pdus, StoredPduReader reader) {
        this.pdus = pdus;
        this.reader = reader;
    }

    /** The last payload of a bind, or null if there is none that can be parsed. */
    @Nullable AlphabetReport last(BindName name, BindId bind) {
        ReceivedPart part = pdus.last(bind);
        if (part == null) {
            return null;
        }
        Origin origin = new Origin(name.carrier(), bind, SessionId.NONE, false);
        Arrival arrival = reader.read(origin, part.arrivedAt(), part.pdu());
        return arrival instanceof Segment segment ? report(segment) : null;
    }

    private static AlphabetReport report(Segment segment) {
        UserData data = segment.userData();
        return new AlphabetReport(
                segment.receivedAt(),
                data.encoding().dataCoding(),
                data.octets().toHex(),
                AlphabetProbe.probe(data.header(), data.octets()).stream()
                        .map(guess ->
                                new AlphabetReport.Guess(
                                        EnumName.of(guess.alphabet()),
                                        guess.text(),
                                        guess.score(),
                                        guess.reason()))
                        .toList());
    }
}
