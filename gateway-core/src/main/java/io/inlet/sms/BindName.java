package io.inlet.sms;

/**
 * A bind as the configuration names it. Text form: {@code carrier/bind}.
 *
 * @param carrier the carrier's name
 * @param bind the bind's name, unique within its carrier
 */
public record BindName(String carrier, String bind) {
    @Override
    public String toString() {
        return carrier + "/" + bind;
    }
}
