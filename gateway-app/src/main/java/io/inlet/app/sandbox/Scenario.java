package io.inlet.app.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's own system goes through, as messages to one or two leases.
 *
 * @param label its name on the command line
 * @param title what happens in it
 * @param purpose of its leases
 * @param tags the routing tags of its leases, one each
 * @param lines its messages, in their order
 */
public record Scenario(
        String label, String title, String purpose, List<String> tags, List<Line> lines) {
    private static final Scenario ONBOARDING =
            new Scenario(
                    "onboarding",
                    "A new user confirms a telephone number",
                    "user_onboarding_verification",
                    List.of("sign-up"),
                    List.of(
                            new Line(
                                    "welcome, no code",
                                    "Northwind",
                                    "Welcome to Northwind! Your number is confirmed in the next message."),
                            new Line(
                                            "code",
                                            "Northwind",
                                            "Your Northwind verification code is 407731. It expires in 10 minutes.")
                                    .code("407731"),
                            new Line(
                                            "code, sent twice by the carrier",
                                            "Northwind",
                                            "Your Northwind verification code is 518204. It expires in 10 minutes.")
                                    .code("518204")
                                    .faults("{\"doubled\": true}")));
    private static final Scenario PASSWORD_RESET =
            new Scenario(
                    "password-reset",
                    "A user who forgot a password proves who it is",
                    "account_recovery",
                    List.of("recovery"),
                    List.of(
                            new Line("code", "Acme", "Acme: use 620418 to reset your password.")
                                    .code("620418"),
                            new Line(
                                            "code in a long message, last part first",
                                            "Acme",
                                            "Somebody, hopefully you, asked us to set a new password for your Acme"
                                                    + " account. If it was not you, leave this message alone and your"
                                                    + " password stays as it is. Nobody of our staff will ever ask you"
                                                    + " for it. Your Acme verification code is 739502.")
                                    .code("739502")
                                    .faults("{\"outOfOrder\": true}")));
    private static final Scenario ORDER_ALERT =
            new Scenario(
                    "order-alert",
                    "A shop tells of an order",
                    "order_confirmation",
                    List.of("orders"),
                    List.of(
                            new Line(
                                    "confirmation, UCS-2",
                                    "Kiosk",
                                    "Merci ! 注文を受け付けました。We will tell you when it ships."),
                            new Line(
                                            "shipped, a second late",
                                            "Kiosk",
                                            "Good news: your parcel is on its way and will be with you tomorrow.")
                                    .faults("{\"delay\": \"1s\"}")));
    private static final Scenario CUSTOMER_SUPPORT_ROUTING =
            new Scenario(
                    "customer-support-routing",
                    "Two desks share a service, each with a number of its own",
                    "customer_support_routing",
                    List.of("billing", "technical"),
                    List.of(
                            new Line(
                                    "to billing",
                                    "Acme",
                                    "Hello, there is something odd on my last bill."),
                            new Line(
                                            "to technical",
                                            "Acme",
                                            "Hello, the app closes when I open a picture.")
                                    .to(1),
                            new Line(
                                    "to billing again",
                                    "Acme",
                                    "It is the line about postage, thank you.")));

    public Scenario {
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
    }

    /**
     * One message.
     *
     * @param what what it is
     * @param from its sender
     * @param text what it says
     * @param lease to which lease, from 0
     * @param code the code in it, or null
     * @param faults what goes wrong, as JSON
     */
    public record Line(
            String what,
            String from,
            String text,
            int lease,
            @Nullable String code,
            String faults) {
        Line(String what, String from, String text) {
            this(what, from, text, 0, null, "{}");
        }

        Line to(int other) {
            return new Line(what, from, text, other, code, faults);
        }

        Line code(String expected) {
            return new Line(what, from, text, lease, expected, faults);
        }

        Line faults(String json) {
            return new Line(what, from, text, lease, code, json);
        }

        boolean isDoubled() {
            return faults.contains("doubled");
        }

        boolean isDelayed() {
            return faults.contains("delay");
        }
    }

    /** All there are. */
    public static List<Scenario> all() {
        return List.of(ONBOARDING, PASSWORD_RESET, ORDER_ALERT, CUSTOMER_SUPPORT_ROUTING);
    }

    /** The scenario of this name, or null. */
    public static @Nullable Scenario named(String label) {
        return all().stream()
                .filter(scenario -> scenario.label().equals(label))
                .findFirst()
                .orElse(null);
    }
}
