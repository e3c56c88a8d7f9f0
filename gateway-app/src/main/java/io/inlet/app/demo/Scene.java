package io.inlet.app.demo;

import io.inlet.app.demo.Line.Expected;
import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.MessageBuilder;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Receipt;
import io.inlet.simulator.message.Split;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A dozen messages in the shapes that carriers use. */
final class Scene {
    private static final String LONG_STORY =
            "Welcome to Northwind Ferries! Your booking for two adults and one bicycle is almost"
                    + " done. To confirm that this telephone is yours, please type the number below into"
                    + " the page that you left open. It stays good for fifteen minutes, and nobody of our"
                    + " staff will ever ask you for it. If you did not book with us, you need not do"
                    + " anything at all: the booking lapses by itself at midnight and costs you nothing."
                    + " Your Northwind verification code is 730415.";
    private static final String LONG_GREEK =
            "Καλώς ήρθατε στην Αιγιαλός! Για την εγγραφή σας γράψτε τον αριθμό στη σελίδα."
                    + " Ο κωδικός επαλήθευσής σας είναι 294807.";

    private final List<String> leased;
    private final String unleased;

    /**
     * @param leased four leased numbers, with the plus
     * @param unleased a number of the pool that nobody leases, with the plus
     */
    Scene(List<String> leased, String unleased) {
        this.leased = leased;
        this.unleased = unleased;
    }

    List<Line> lines() {
        return List.of(
                seen(
                        0,
                        "GSM 7-bit, alphanumeric sender",
                        "Acme",
                        "482913",
                        "Your Acme code is 482913. It expires in 5 minutes.",
                        m -> m),
                seen(
                        1,
                        "Latin-1, short code",
                        "36184",
                        "7391",
                        "Votre code Café Zoé : 7391. Ne le partagez avec personne.",
                        m -> m.as(Coding.LATIN1)),
                seen(
                        2,
                        "UCS-2, Chinese",
                        "Yunfan",
                        "604175",
                        "【云帆】您的验证码是604175，5分钟内有效。",
                        m -> m.as(Coding.UCS2)),
                seen(
                        3,
                        "UCS-2 with emoji",
                        "Plume",
                        "915204",
                        "🔐 915204 is your Plume login code. See you soon 🎉",
                        m -> m.as(Coding.UCS2)),
                seen(
                        0,
                        "three parts, out of order",
                        "Northwind",
                        "730415",
                        LONG_STORY,
                        m -> m.split(Split.UDH8, 3).order(3, 1, 2).reference(77)),
                seen(
                        1,
                        "GSM 7-bit extension table",
                        "Tidal",
                        "550129",
                        "Tidal: pay 12,50€ [order ~A7] with code 550129",
                        m -> m),
                unseen(
                        "delivery receipt",
                        leased.get(2),
                        m -> m.from("Acme").receipt(new Receipt("4f1c9a", "DELIVRD"))),
                seen(
                        3,
                        "no code in it",
                        "Parcelo",
                        null,
                        "Your parcel is on its way and will be with you tomorrow morning.",
                        m -> m),
                unseen(
                        "to a number that nobody leases",
                        unleased,
                        m -> m.from("Acme").text("Your Acme code is 118822.")),
                seen(
                        2,
                        "UCS-2, Arabic digits",
                        "Noor",
                        "830217",
                        "رمز التحقق الخاص بك هو ٨٣٠٢١٧",
                        m -> m.as(Coding.UCS2)),
                seen(
                        1,
                        "two parts, 16-bit reference, UCS-2",
                        "Aigialos",
                        "294807",
                        LONG_GREEK,
                        m -> m.as(Coding.UCS2).split(Split.UDH16, 2).order(2, 1).reference(40_001)),
                seen(
                        0,
                        "sar TLVs, Latin-1",
                        "Grüezi",
                        "661038",
                        "Grüezi! Ihr Bestätigungscode für den Bergbahnen-Zugang lautet 661038.",
                        m -> m.as(Coding.LATIN1).split(Split.SAR, 2)));
    }

    /** A further code for one of the leased numbers. */
    Line another(int lease, int code) {
        return seen(
                lease,
                "GSM 7-bit, alphanumeric sender",
                "Acme",
                "%06d".formatted(code),
                "Your Acme code is %06d. It expires in 5 minutes.".formatted(code),
                m -> m);
    }

    private Line seen(
            int lease,
            String shape,
            String sender,
            @Nullable String code,
            String text,
            UnaryOperator<MessageBuilder> as) {
        String number = leased.get(lease);
        MessageBuilder message = OutgoingMessage.to(number).from(sender).text(text);
        Expected expected = new Expected(number, sender, code, text);
        return new Line(shape, as.apply(message).build(), expected);
    }

    private static Line unseen(String shape, String number, UnaryOperator<MessageBuilder> as) {
        return new Line(shape, as.apply(OutgoingMessage.to(number)).build(), null);
    }
}
