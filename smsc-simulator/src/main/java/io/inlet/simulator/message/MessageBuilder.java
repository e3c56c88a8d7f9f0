package io.inlet.simulator.message;

import io.inlet.sms.Address;
import io.inlet.sms.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds one {@link OutgoingMessage}. For one thread. */
public final class MessageBuilder {
    private static final int ESM_RECEIPT = 0x04;
    private static final int ESM_INTERMEDIATE = 0x20;
    private static final int ESM_UDHI = 0x40;

    private final Address destination;
    private Address source = AddressText.parse("");
    private String text = "";
    private Coding coding = Coding.GSM7;
    private @Nullable Integer dataCoding;
    private Split split = Split.NONE;
    private @Nullable Integer parts;
    private List<Integer> order = List.of();
    private int reference = 1;
    private int esmClass;
    private DeliverSm.Form form = DeliverSm.Form.DELIVER_SM;
    private final List<Tlv> tlvs = new ArrayList<>();
    private @Nullable Octets octets;
    private Octets elements = Octets.EMPTY;
    private Damage damage = Damage.NONE;

    MessageBuilder(Address destination) {
        this.destination = destination;
    }

    /** The source address, as {@link AddressText} reads it; without it, an empty one. */
    public MessageBuilder from(String address) {
        source = AddressText.parse(address);
        return this;
    }

    /** What it says. */
    public MessageBuilder text(String characters) {
        text = characters;
        return this;
    }

    /** What it carries in place of a text, as it is. */
    public MessageBuilder octets(Octets userData) {
        octets = userData;
        return this;
    }

    /** Information elements for the user data header of every part, besides those that mark it. */
    public MessageBuilder udh(Octets informationElements) {
        elements = informationElements;
        return this;
    }

    /** Leaves out so many octets at the end of every PDU. */
    public MessageBuilder cut(int count) {
        damage = new Damage(count, damage.trailing());
        return this;
    }

    /** Puts octets behind the end of every PDU; its command_length counts them. */
    public MessageBuilder trailing(Octets behind) {
        damage = new Damage(damage.cut(), behind);
        return this;
    }

    /** How the text is written; without it, GSM 7-bit. */
    public MessageBuilder as(Coding alphabet) {
        coding = alphabet;
        return this;
    }

    /** Another data_coding than belongs to the alphabet, 0 to 255. */
    public MessageBuilder dataCoding(int value) {
        dataCoding = value;
        return this;
    }

    /** How it is cut, into as few parts as it takes. */
    public MessageBuilder split(Split how) {
        split = how;
        return this;
    }

    /** How it is cut, and into how many parts, 1 to 255, of about the same length. */
    public MessageBuilder split(Split how, int into) {
        split = how;
        parts = into;
        return this;
    }

    /**
     * Which parts go out, in which order; part numbers start at 1. A number may stand twice, and
     * one that is left out is never sent.
     */
    public MessageBuilder order(int... partNumbers) {
        order = IntStream.of(partNumbers).boxed().toList();
        return this;
    }

    /** The concatenation reference, 0 to 65,535 (0 to 255 with an 8-bit header); without it, 1. */
    public MessageBuilder reference(int number) {
        reference = number;
        return this;
    }

    /** Adds an optional parameter to every part. */
    public MessageBuilder tlv(Tlv tlv) {
        tlvs.add(tlv);
        return this;
    }

    /** Further bits of esm_class. */
    public MessageBuilder esmClass(int bits) {
        esmClass |= bits;
        return this;
    }

    /** Sends it as data_sm, which carries its text in message_payload. */
    public MessageBuilder asDataSm() {
        form = DeliverSm.Form.DATA_SM;
        return this;
    }

    /** Makes it a delivery receipt: esm_class, text and TLVs. */
    public MessageBuilder receipt(Receipt receipt) {
        tlvs.addAll(receipt.tlvs());
        return esmClass(ESM_RECEIPT).text(receipt.text());
    }

    /** Marks what it says as a delivery receipt, whatever its text is like. */
    public MessageBuilder asReceipt() {
        return esmClass(ESM_RECEIPT);
    }

    /** Makes it an intermediate notification in place of a final receipt. */
    public MessageBuilder asIntermediate() {
        esmClass &= ~ESM_RECEIPT;
        return esmClass(ESM_INTERMEDIATE);
    }

    /**
     * The message.
     *
     * @throws IllegalArgumentException if the text cannot be written or cut so, or a number is out
     *     of its range; never quotes the text
     */
    public OutgoingMessage build() {
        List<Octets> cut = cut(octets == null ? coding.encode(text) : octets);
        List<Integer> going = order.isEmpty() ? inTurn(cut.size()) : order;
        List<Octets> pdus = new ArrayList<>(going.size());
        for (int number : going) {
            check("order", number, 1, cut.size());
            var part = new Part(reference, cut.size(), number);
            pdus.add(damage.to(pdu(part, cut.get(number - 1)).encode()));
        }
        return new OutgoingMessage(pdus);
    }

    private List<Octets> cut(Octets encoded) {
        int room = split.room(coding, elements.length() == 0 ? 0 : elements.length() + 1);
        Splitter splitter = new Splitter(coding, room);
        if (parts != null) {
            check("parts", parts, 1, split.makesParts() ? 255 : 1);
            return splitter.split(encoded, parts);
        }
        List<Octets> cut = splitter.split(encoded);
        if (cut.size() > 1 && !split.makesParts()) {
            throw new IllegalArgumentException(
                    "text: expected at most %d octets in one PDU, found %d"
                            .formatted(room, encoded.length()));
        }
        return cut;
    }

    private DeliverSm pdu(Part part, Octets text) {
        int coded = dataCoding == null ? coding.dataCoding() : dataCoding;
        check("data_coding", coded, 0, 255);
        Octets header = UserData.join(part.elements(split), elements);
        Octets userData = UserData.of(header, text, coding);
        List<Tlv> all = new ArrayList<>(tlvs);
        all.addAll(part.tlvs(split));
        if (split.isInPayload()) {
            all.add(new Tlv(Tlv.MESSAGE_PAYLOAD, userData));
        }
        return new DeliverSm(
                form,
                source,
                destination,
                esmClass | (header.length() == 0 ? 0 : ESM_UDHI),
                coded,
                split.isInPayload() ? Octets.EMPTY : userData,
                all);
    }

    private static List<Integer> inTurn(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s: expected %d to %d, found %d".formatted(name, least, most, value));
        }
    }
}
