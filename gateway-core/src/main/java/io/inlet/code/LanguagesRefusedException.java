package io.inlet.code;

import io.inlet.id.Counted;
import java.util.List;

/** Files of languages cannot be read. The message names every fault, by file and line. */
public final class LanguagesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param faults each with file, line and what is wrong; at least one
     */
    public LanguagesRefusedException(List<String> faults) {
        super(
                "the files of languages have %s:%n  %s"
                        .formatted(
                                Counted.of(faults.size(), "fault"),
                                String.join(System.lineSeparator() + "  ", faults)));
    }
}
