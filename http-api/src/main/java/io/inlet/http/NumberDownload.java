package io.inlet.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.inlet.number.NumberStore;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool on its way to an operator, from a virtual thread of its own: never more of it at hand
 * than a piece that the reader has not taken yet. One use.
 */
final class NumberDownload {
    private static final Logger log = LoggerFactory.getLogger(NumberDownload.class);
    private static final int PIECE = 1 << 16;

    private final HttpResponseWriter writer = HttpResponse.streaming();
    private final StringBuilder piece = new StringBuilder(2 * PIECE);

    private NumberDownload() {}

    static HttpResponse of(NumberStore numbers, ServiceRequestContext ctx) {
        NumberDownload download = new NumberDownload();
        var _ =
                Thread.ofVirtual()
                        .name("number-export")
                        .start(ctx.makeContextAware(() -> download.run(numbers)));
        return download.writer;
    }

    private void run(NumberStore numbers) {
        try {
            writer.write(
                    ResponseHeaders.builder(HttpStatus.OK)
                            .contentType(NumberOperations.CSV)
                            .add(HttpHeaderNames.CACHE_CONTROL, "no-store")
                            .build());
            piece.append(Csv.text(NumberRow.COLUMNS));
            numbers.export(number -> {
                piece.append(Csv.text(NumberRow.values(number)));
                if (piece.length() >= PIECE) {
                    flush();
                }
            });
            flush();
            writer.close();
        } catch (RuntimeException e) {
            // The status is told already: the reader must see that the end is missing.
            log.warn("an export of numbers broke off: {}", e.getClass().getSimpleName());
            writer.close(e);
        }
    }

    private void flush() {
        if (!writer.tryWrite(HttpData.wrap(piece.toString().getBytes(StandardCharsets.UTF_8)))) {
            throw new IllegalStateException("the reader is gone");
        }
        piece.setLength(0);
        writer.whenConsumed().join();
    }
}
