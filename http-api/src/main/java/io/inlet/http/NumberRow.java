package io.inlet.http;

import io.inlet.number.LineType;
import io.inlet.number.PoolNumber;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A line of a file of numbers.
 *
 * @param fields its fields by column, each of {@link #COLUMNS}
 */
record NumberRow(Map<String, String> fields) {
    /** The columns, as the header names them. */
    static final List<String> COLUMNS =
            List.of(
                    "msisdn",
                    "country",
                    "lineType",
                    "environment",
                    "carrier",
                    "contractRef",
                    "licenceRef",
                    "acquiredOn",
                    "usagePolicy");

    private static final int MOST_TEXT = 200;
    private static final int DATE_LENGTH = 10;

    static NumberRow of(List<String> header, List<String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), values.get(i));
        }
        return new NumberRow(fields);
    }

    /** What is wrong with each wrong field, beginning with its column; in the file's order. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String column : fields.keySet()) {
            try {
                check(column);
            } catch (RefusedException e) {
                problems.add(e.problem().detail());
            }
        }
        return problems;
    }

    /**
     * The number that the line describes.
     *
     * @throws RefusedException if one of {@link #problems} is in the way
     */
    PoolNumber number() {
        return new PoolNumber(
                msisdn(),
                country(),
                lineType(),
                environment(),
                new PoolNumber.Provenance(
                        text("carrier"),
                        text("contractRef"),
                        text("licenceRef"),
                        acquiredOn(),
                        text("usagePolicy")));
    }

    private void check(String column) {
        Consumer<NumberRow> reading =
                switch (column) {
                    case "msisdn" -> NumberRow::msisdn;
                    case "country" -> NumberRow::country;
                    case "lineType" -> NumberRow::lineType;
                    case "environment" -> NumberRow::environment;
                    case "acquiredOn" -> NumberRow::acquiredOn;
                    default -> row -> row.text(column);
                };
        reading.accept(this);
    }

    private Msisdn msisdn() {
        String msisdn = text("msisdn");
        String digits = msisdn.startsWith("+") ? msisdn.substring(1) : msisdn;
        if (!Msisdn.isDigits(digits)) {
            throw Texts.refused("msisdn", "3 to 15 digits");
        }
        return new Msisdn(digits);
    }

    private String country() {
        String country = text("country");
        if (!country.matches("[A-Z]{2}")) {
            throw Texts.refused("country", "two capital letters");
        }
        return country;
    }

    private LineType lineType() {
        return Names.parse("lineType", text("lineType"), LineType.class);
    }

    private Environment environment() {
        return Names.parse("environment", text("environment"), Environment.class);
    }

    private LocalDate acquiredOn() {
        String text = text("acquiredOn");
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // Falls through.
        }
        throw Texts.refused("acquiredOn", "a date such as 2026-01-31");
    }

    private String text(String column) {
        return Texts.required(column, fields.get(column), MOST_TEXT);
    }
}
