package io.inlet.id;

/** Numbers of things as people read them: {@code 1 bind}, {@code 2 binds}. Stateless. */
public final class Counted {
    private Counted() {}

    /**
     * So many of a thing.
     *
     * @param thing what one of it is called; more take an s
     */
    public static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
