package io.inlet.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link java.nio.file.Path} of a file that holds a secret and is there before the gateway
 * starts. A configuration is refused if the file is missing, empty, not readable, or readable by
 * everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SecretFile {}
