package io.inlet.smpp;

import io.inlet.sms.CarrierField;
import io.inlet.sms.SenderReader;
import io.inlet.sms.TextDecoder;
import java.time.Instant;
import java.util.List;

/** The PDU decoder: bodies of deliver_sm and data_sm, by binds of all kinds. */
final class PduFuzz implements FuzzedDecoder<Reading> {
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final PduReader[] readers = FuzzBinds.readers();

    @Override
    public Reading read(FuzzCase input) {
        int commandId = input.setting(1) % 2 == 0 ? CommandId.DELIVER_SM : CommandId.DATA_SM;
        return input.chosen(0, readers).read(new Frame.Pdu(input.pdu(commandId)));
    }

    @Override
    public void expect(FuzzCase input, Reading reading) {
        switch (reading) {
            case Reading.ShortMessage message -> expectMessage(message);
            case Reading.Receipt _ -> {}
            case Reading.Unreadable unreadable -> TextFuzz.expectText(unreadable.problem());
        }
    }

    private static void expectMessage(Reading.ShortMessage message) {
        TextFuzz.expectText(TextDecoder.decode(List.of(message.userData())));
        TextFuzz.expectText(message.source().value());
        TextFuzz.expectText(message.destination().value());
        TextFuzz.expectText(SenderReader.read(message.source(), message.envelope()).display());
        for (CarrierField field : message.envelope().carrierFields()) {
            if (field instanceof CarrierField.Text text) {
                TextFuzz.expectText(text.value());
            }
        }
        Instant sentAt = message.facts().sentAt();
        FuzzedDecoder.require(
                sentAt == null || (!sentAt.isBefore(Instant.EPOCH) && sentAt.isBefore(END)),
                "a time from 1970 to 9999");
        String messageId = message.facts().messageId();
        if (messageId != null) {
            TextFuzz.expectText(messageId);
        }
    }
}
