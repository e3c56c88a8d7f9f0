package io.inlet.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PoolNumberTest {
    @Test
    void sandbox_number_cannot_be_dialled() {
        assertThat(sandbox("999123", "ZZ", LineType.MOBILE)).isNotNull();
        assertThat(sandbox("123", "ZZ", LineType.SHORT_CODE)).isNotNull();
        assertThatThrownBy(() -> sandbox("123", "DE", LineType.SHORT_CODE))
                .hasMessageStartingWith("msisdn: expected, in sandbox");
        assertThatThrownBy(() -> sandbox("4930901820", "ZZ", LineType.FIXED))
                .hasMessageStartingWith("msisdn: expected, in sandbox");
    }

    private static PoolNumber sandbox(String digits, String country, LineType lineType) {
        return new PoolNumber(
                new Msisdn(digits),
                country,
                lineType,
                Environment.SANDBOX,
                NumberTraits.NONE,
                new PoolNumber.Provenance(
                        "acme", SourceType.CARRIER, "c-1", "l-1", LocalDate.EPOCH, "verification"),
                PoolNumber.Service.IN_SERVICE);
    }
}
