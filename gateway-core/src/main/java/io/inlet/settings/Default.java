package io.inlet.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a settings component that a configuration file leaves out, in the file's own
 * notation: {@code "30s"}, {@code "8080"}, {@code "receiver"}. A component with neither this nor
 * {@code @Nullable} must be given. The config module reads it; units are part of the component's
 * type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The value as it would stand in the file. */
    String value();
}
