package io.inlet.smpp;

import io.inlet.sms.AddressRules;
import io.inlet.sms.Alphabet;
import io.inlet.sms.NameAlphabet;
import io.inlet.sms.TextRules;
import java.util.List;
import java.util.stream.IntStream;

/** Binds of all kinds: every alphabet and way of names, address rules, TLVs of all types. */
final class FuzzBinds {
    private static final int COUNT = 60;

    private static final List<AddressRules> RULES =
            List.of(
                    AddressRules.DEFAULT,
                    new AddressRules(List.of("+", "00", "1"), "+33", "FR"),
                    new AddressRules(List.of("011", "*", "#"), null, "US"),
                    new AddressRules(List.of(), "49", "DE"),
                    new AddressRules(List.of("0"), "+", "IT"));

    private static final List<List<TlvSettings>> TLVS =
            List.of(
                    List.of(),
                    List.of(
                            new TlvSettings(0x1401, "a", TlvType.TEXT, TlvUse.FIELD),
                            new TlvSettings(0x1402, "b", TlvType.INTEGER, TlvUse.MESSAGE_ID),
                            new TlvSettings(0x1403, "c", TlvType.OCTETS, TlvUse.FIELD),
                            new TlvSettings(0x1404, "d", TlvType.TIME, TlvUse.SENT_AT)),
                    List.of(
                            new TlvSettings(0x1401, "a", TlvType.TIME, TlvUse.FIELD),
                            new TlvSettings(0x001E, "b", TlvType.OCTETS, TlvUse.MESSAGE_ID),
                            new TlvSettings(0x0427, "c", TlvType.INTEGER, TlvUse.FIELD)),
                    IntStream.range(0, 32).mapToObj(FuzzBinds::text).toList());

    private FuzzBinds() {}

    static PduReader[] readers() {
        return IntStream.range(0, COUNT)
                .mapToObj(i -> new PduReader(bind(i)))
                .toArray(PduReader[]::new);
    }

    private static TlvSettings text(int i) {
        return new TlvSettings(
                0x1400 + i, "t" + i, TlvType.TEXT, i == 7 ? TlvUse.MESSAGE_ID : TlvUse.FIELD);
    }

    private static BindSettings bind(int i) {
        Alphabet[] alphabets = Alphabet.values();
        NameAlphabet[] names = NameAlphabet.values();
        return BindForm.to(
                2775,
                form -> {
                    form.text =
                            new TextRules(
                                    alphabets[i % alphabets.length],
                                    alphabets[(i * 5 + 3) % alphabets.length],
                                    names[i % names.length]);
                    form.addresses = RULES.get(i % RULES.size());
                    form.tlvs = TLVS.get(i / 2 % TLVS.size());
                });
    }
}
