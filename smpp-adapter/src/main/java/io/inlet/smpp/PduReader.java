package io.inlet.smpp;

import com.cloudhopper.smpp.pdu.BaseSm;
import com.cloudhopper.smpp.pdu.DataSm;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.type.RecoverablePduException;
import com.cloudhopper.smpp.type.UnrecoverablePduException;
import io.inlet.sms.Address;
import io.inlet.sms.AddressReader;
import io.inlet.sms.AddressRules;
import io.inlet.sms.Concatenation;
import io.inlet.sms.DataCoding;
import io.inlet.sms.Envelope;
import io.inlet.sms.Octets;
import io.inlet.sms.UserData;
import io.inlet.sms.UserDataHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the body of a deliver_sm (SMPP 3.4, section 4.6.1) or data_sm (section 4.7.1) by the rules
 * of a bind. Takes what carriers really send; never throws. Owned by its session's event loop.
 */
final class PduReader {
    private static final Logger log = LoggerFactory.getLogger(PduReader.class);

    private static final int UDHI = 0x40;
    private static final int MESSAGE_TYPE = 0x3C;
    private static final int DELIVERY_RECEIPT = 0x04;
    private static final int INTERMEDIATE_NOTIFICATION = 0x20;

    /** data_sm allows 64 octets and deliver_sm 20; what is longer is no address. */
    private static final int LONGEST_ADDRESS = 64;

    private final BindSettings settings;
    private final CarrierTlvs tlvs;
    private boolean saidBothConcatenations;

    PduReader(BindSettings settings) {
        this.settings = settings;
        this.tlvs = new CarrierTlvs(settings.tlvs());
    }

    /**
     * Reads a PDU.
     *
     * @param pdu a deliver_sm or data_sm
     */
    Reading read(Frame.Pdu pdu) {
        BaseSm<?> sm = pdu.commandId() == CommandId.DATA_SM ? new DataSm() : new DeliverSm();
        byte[] octets = pdu.pdu().array();
        ByteBuf body =
                Unpooled.wrappedBuffer(
                        octets, Frame.HEADER_OCTETS, octets.length - Frame.HEADER_OCTETS);
        try {
            sm.readBody(body);
        } catch (RecoverablePduException | UnrecoverablePduException | RuntimeException _) {
            // What the library objects to is the name of a class.
            return new Reading.Unreadable(
                    "mandatory parameters: the PDU ends within them, or one has no end");
        }
        OptionalParameters optional = OptionalParameters.read(body, tlvs.tags());
        return switch (sm.getEsmClass() & MESSAGE_TYPE) {
            case DELIVERY_RECEIPT -> receipt(ReceiptKind.FINAL, sm, optional);
            case INTERMEDIATE_NOTIFICATION -> receipt(ReceiptKind.INTERMEDIATE, sm, optional);
            default -> message(sm, optional);
        };
    }

    private Reading receipt(ReceiptKind kind, BaseSm<?> sm, OptionalParameters optional) {
        Octets octets = userData(sm, optional);
        UserData data = userData(sm, octets == null ? Octets.EMPTY : octets, header(sm, octets));
        return ReceiptReader.read(kind, optional, data);
    }

    private Reading message(BaseSm<?> sm, OptionalParameters optional) {
        Address source = address(sm.getSourceAddress());
        Address destination = address(sm.getDestAddress());
        if (isTooLong(source) || isTooLong(destination)) {
            return new Reading.Unreadable("an address over " + LONGEST_ADDRESS + " octets");
        }
        Octets octets = userData(sm, optional);
        if (octets == null) {
            return new Reading.Unreadable("message_payload is cut short");
        }
        UserDataHeader header = header(sm, octets);
        AddressRules rules = settings.addresses();
        return new Reading.ShortMessage(
                AddressReader.source(source, rules, settings.text().names()),
                AddressReader.destination(destination, rules),
                new Envelope(
                        source,
                        destination,
                        rules.country(),
                        header.ports(),
                        tlvs.fields(optional)),
                userData(sm, octets, header),
                concatenation(header, optional),
                tlvs.facts(optional, sm.getScheduleDeliveryTime()));
    }

    private static UserDataHeader header(BaseSm<?> sm, @Nullable Octets octets) {
        return octets == null || (sm.getEsmClass() & UDHI) == 0
                ? UserDataHeader.NONE
                : UserDataHeader.parse(octets);
    }

    private UserData userData(BaseSm<?> sm, Octets octets, UserDataHeader header) {
        return new UserData(
                DataCoding.read(sm.getDataCoding() & 0xff, settings.text()),
                octets.slice(0, header.length()),
                octets.slice(header.length(), octets.length()));
    }

    // sm_length 0 with message_payload is the rule for long texts; data_sm has nothing else.
    private static @Nullable Octets userData(BaseSm<?> sm, OptionalParameters optional) {
        byte[] shortMessage = sm.getShortMessage();
        if (shortMessage != null && shortMessage.length > 0) {
            return Octets.wrap(shortMessage);
        }
        if (optional.isPayloadCutShort()) {
            return null;
        }
        Octets payload = optional.payload();
        return payload == null ? Octets.EMPTY : payload;
    }

    private @Nullable Concatenation concatenation(
            UserDataHeader header, OptionalParameters optional) {
        Concatenation udh = header.concatenation();
        Concatenation sar = optional.sar();
        if (udh != null && sar != null && !saidBothConcatenations) {
            saidBothConcatenations = true;
            log.info("bind {} sends sar_* with a UDH; the UDH counts", settings.name());
        }
        return udh == null ? sar : udh;
    }

    private static Address address(com.cloudhopper.smpp.type.Address address) {
        String value = address.getAddress();
        return new Address(
                address.getTon() & 0xff, address.getNpi() & 0xff, value == null ? "" : value);
    }

    private static boolean isTooLong(Address address) {
        return address.value().length() > LONGEST_ADDRESS;
    }
}
