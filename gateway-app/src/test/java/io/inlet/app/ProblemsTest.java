package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProblemsTest {
    @Test
    void each_wrong_line_of_an_import_is_shown() {
        String body =
                """
                {"type": "/problems/numbers-refused", "title": "Numbers refused", "status": 422,
                 "detail": "2 problems on 2 lines; nothing is imported", "traceId": "1",
                 "lines": [{"line": 2, "problem": "country: expected two letters"},
                           {"line": 7, "problem": "msisdn: there twice"}]}
                """;

        assertThat(Problems.describe(422, body))
                .isEqualTo(
                        """
                        Numbers refused: 2 problems on 2 lines; nothing is imported
                          line 2: country: expected two letters
                          line 7: msisdn: there twice\
                        """);
    }

    @Test
    void what_is_not_there_is_told_by_its_detail_alone() {
        String type = "{\"type\": \"/problems/not-found\", \"title\": \"There is no such thing\"";

        assertThat(Problems.describe(404, type + ", \"detail\": \"nothing came yet\"}"))
                .isEqualTo("nothing came yet");
        assertThat(Problems.describe(404, type + "}")).isEqualTo("There is no such thing");
    }

    @Test
    void what_is_no_problem_document_is_told_by_its_status() {
        assertThat(Problems.describe(502, "<html>")).isEqualTo("the gateway answered 502");
    }
}
