package io.inlet.smpp;

/**
 * A bind as the configuration names it.
 *
 * @param carrier the carrier's name
 * @param bind its name among the carrier's binds
 */
public record BindName(String carrier, String bind) {
    @Override
    public String toString() {
        return carrier + "/" + bind;
    }
}
