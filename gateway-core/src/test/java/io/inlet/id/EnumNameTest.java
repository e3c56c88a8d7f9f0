package io.inlet.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.tenant.Environment;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it changes the locale of this JVM")
class EnumNameTest {
    private enum Kind {
        SHORT_CODE,
        VOIP
    }

    @Test
    void a_value_is_written_in_lower_snake_case_in_every_language() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr")); // where the small letter of I has no dot
        try {
            assertThat(EnumName.of(Kind.VOIP)).isEqualTo("voip");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(EnumName.all(Kind.class)).isEqualTo("short_code, voip");
    }

    @Test
    void a_value_that_is_a_field_is_written_in_lower_camel_case() {
        assertThat(EnumName.field(Kind.SHORT_CODE)).isEqualTo("shortCode");
        assertThat(EnumName.field(Kind.VOIP)).isEqualTo("voip");
    }

    @Test
    void what_was_written_is_found_and_nothing_else() {
        assertThat(EnumName.find(Kind.class, "short_code")).isEqualTo(Kind.SHORT_CODE);
        assertThat(EnumName.find(Kind.class, "SHORT_CODE")).isNull();
        assertThat(EnumName.find(Environment.class, null)).isNull();
    }
}
