package io.inlet.app;

import io.inlet.id.EnumName;
import io.inlet.tenant.Environment;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Environments on the command line: named as everywhere outside, where picocli has capitals. */
final class EnvironmentName implements ITypeConverter<Environment>, Iterable<String> {
    @Override
    public Environment convert(String name) {
        Environment environment = EnumName.find(Environment.class, name);
        if (environment == null) {
            throw new TypeConversionException(
                    "expected one of %s, found '%s'"
                            .formatted(EnumName.all(Environment.class), name));
        }
        return environment;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Environment.values()).map(EnumName::of).iterator();
    }
}
