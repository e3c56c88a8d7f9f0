package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReloadTableTest {
    private final StringWriter printed = new StringWriter();
    private final ObjectNode report = new ObjectMapper().createObjectNode();

    private void print() {
        new ReloadTable(report).print("a reload would do this:", new PrintWriter(printed));
    }

    @Test
    void refused_reload_is_not_said_to_do_anything() {
        report.putArray("problems").add("carriers.d/acme.yaml: no such carrier");
        assertThatThrownBy(this::print)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no such carrier");
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void reload_is_shown_under_its_title() {
        report.putArray("binds").addObject().put("carrier", "acme").put("name", "b1");
        print();
        assertThat(printed.toString().lines())
                .startsWith("a reload would do this:")
                .anyMatch(line -> line.startsWith("acme/b1"));
    }
}
