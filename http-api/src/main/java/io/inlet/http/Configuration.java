package io.inlet.http;

/** The files of the running gateway, for operators. Calls read files, and may take seconds. */
public interface Configuration {
    /** What a reload would do now; changes nothing. */
    ReloadReport plan();

    /** Reads the files again and applies what has changed, whole or not at all. */
    ReloadReport reload();
}
