package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.intake.StoreUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FullDiskTest {
    @Test
    void a_full_disk_is_known_by_sqlstate_and_by_words_behind_other_failures() {
        var coded = new SQLException("could not extend file", "53100");
        assertThat(FullDisk.isBehind(new IOException("role and database", coded))).isTrue();
        assertThat(FullDisk.isBehind(new IOException("initdb: write: No space left on device")))
                .isTrue();
        assertThat(FullDisk.isBehind(new IOException("x", new SQLException("x", "53200"))))
                .isFalse();
    }

    @Test
    void a_statement_that_met_a_full_disk_is_tried_again_later_and_says_why() {
        assertThatThrownBy(
                        () -> {
                            throw StoreFailures.translate(new SQLException("secret", "53100"));
                        })
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("SQLSTATE 53100, its disk is full")
                .hasMessageNotContaining("secret");
    }
}
