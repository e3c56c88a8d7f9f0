package io.inlet.seal;

import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.CarrierField;
import io.inlet.sms.Encoding;
import io.inlet.sms.Envelope;
import io.inlet.sms.Ports;
import org.jspecify.annotations.Nullable;

/** The octets of what a PDU says around its text: a part of {@link ContentCodec}'s form. */
final class EnvelopeCodec {
    private static final int NONE = -1;
    private static final int TEXT = 0;
    private static final int WHOLE = 1;

    private EnvelopeCodec() {}

    static void envelope(OctetWriter out, Envelope envelope) {
        address(out, envelope.source());
        address(out, envelope.destination());
        out.optionalText(envelope.country());
        ports(out, envelope.ports());
        out.list(envelope.carrierFields(), EnvelopeCodec::carrierField);
    }

    static Envelope envelope(OctetReader in) {
        return new Envelope(
                address(in),
                address(in),
                in.optionalText(),
                ports(in),
                in.list(EnvelopeCodec::carrierField));
    }

    static void address(OctetWriter out, Address address) {
        out.number(address.ton()).number(address.npi()).text(address.value());
    }

    static Address address(OctetReader in) {
        return new Address((int) in.number(), (int) in.number(), in.text());
    }

    static void ports(OctetWriter out, @Nullable Ports ports) {
        if (ports == null) {
            out.number(NONE);
        } else {
            out.number(ports.destination()).number(ports.source());
        }
    }

    static @Nullable Ports ports(OctetReader in) {
        long destination = in.number();
        return destination == NONE ? null : new Ports((int) destination, (int) in.number());
    }

    static void encoding(OctetWriter out, Encoding encoding) {
        out.number(encoding.dataCoding()).text(encoding.alphabet().name());
    }

    static Encoding encoding(OctetReader in) {
        return new Encoding((int) in.number(), Alphabet.valueOf(in.text()));
    }

    static void carrierField(OctetWriter out, CarrierField field) {
        switch (field) {
            case CarrierField.Text text -> out.number(TEXT).text(text.name()).text(text.value());
            case CarrierField.Whole whole ->
                    out.number(WHOLE).text(whole.name()).number(whole.value());
        }
    }

    static CarrierField carrierField(OctetReader in) {
        return in.number() == TEXT
                ? new CarrierField.Text(in.text(), in.text())
                : new CarrierField.Whole(in.text(), in.number());
    }
}
