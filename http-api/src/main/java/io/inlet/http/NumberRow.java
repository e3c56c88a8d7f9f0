package io.inlet.http;

import io.inlet.id.EnumName;
import io.inlet.number.LineType;
import io.inlet.number.NumberTraits;
import io.inlet.number.PoolNumber;
import io.inlet.number.SourceType;
import io.inlet.number.Standing;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of numbers.
 *
 * @param fields its fields by column: each of {@link #NEEDED}, and some of {@link #OPTIONAL}
 */
record NumberRow(Map<String, String> fields) {
    /** The columns that a file must have, as its header names them. */
    static final List<String> NEEDED =
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

    /** Those that it may have. */
    static final List<String> OPTIONAL =
            List.of(
                    "region",
                    "areaCode",
                    "residency",
                    "tags",
                    "sourceType",
                    "standing",
                    "standingReason");

    /** All, in the order in which they are written. */
    static final List<String> COLUMNS = Stream.of(NEEDED, OPTIONAL).flatMap(List::stream).toList();

    private static final int MOST_TEXT = 200;
    private static final int DATE_LENGTH = 10;
    private static final String BETWEEN_TAGS = ";";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    static NumberRow of(List<String> header, List<String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), values.get(i));
        }
        return new NumberRow(fields);
    }

    /** A number as a line, its fields in the order of {@link #COLUMNS}. */
    static List<String> values(PoolNumber number) {
        PoolNumber.Provenance from = number.provenance();
        NumberTraits traits = number.traits();
        return List.of(
                number.msisdn().e164(),
                number.country(),
                EnumName.of(number.lineType()),
                EnumName.of(number.environment()),
                from.carrier(),
                from.contractRef(),
                from.licenceRef(),
                from.acquiredOn().toString(),
                from.usagePolicy(),
                orNothing(traits.region()),
                orNothing(traits.areaCode()),
                orNothing(traits.residency()),
                String.join(BETWEEN_TAGS, traits.tags()),
                EnumName.of(from.sourceType()),
                EnumName.of(number.service().standing()),
                orNothing(number.service().reason()));
    }

    private static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** What is wrong with each wrong field, beginning with its column; in the file's order. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String column : fields.keySet()) {
            try {
                check(column);
            } catch (RefusedException e) {
                problems.add(e.problem().detail());
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }

    /**
     * The number that the line describes.
     *
     * @throws RefusedException if one of {@link #problems} is in the way
     * @throws IllegalArgumentException if the fields do not go together
     */
    PoolNumber number() {
        return new PoolNumber(
                msisdn(),
                country(),
                lineType(),
                environment(),
                new NumberTraits(
                        optional("region"), optional("areaCode"), optional("residency"), tags()),
                new PoolNumber.Provenance(
                        text("carrier"),
                        sourceType(),
                        text("contractRef"),
                        text("licenceRef"),
                        acquiredOn(),
                        text("usagePolicy")),
                new PoolNumber.Service(standing(), optional("standingReason")));
    }

    private void check(String column) {
        Consumer<NumberRow> reading =
                switch (column) {
                    case "msisdn" -> NumberRow::msisdn;
                    case "country" -> NumberRow::country;
                    case "lineType" -> NumberRow::lineType;
                    case "environment" -> NumberRow::environment;
                    case "acquiredOn" -> NumberRow::acquiredOn;
                    case "region" -> row -> traits(row.optional(column), null, null, List.of());
                    case "areaCode" -> row -> traits(null, row.optional(column), null, List.of());
                    case "residency" -> row -> traits(null, null, row.optional(column), List.of());
                    case "tags" -> row -> traits(null, null, null, row.tags());
                    case "sourceType" -> NumberRow::sourceType;
                    case "standing" -> NumberRow::standing;
                    case "standingReason" -> row -> row.optional(column);
                    default -> row -> row.text(column);
                };
        reading.accept(this);
    }

    // Made for its checks.
    private static void traits(
            @Nullable String region,
            @Nullable String areaCode,
            @Nullable String residency,
            List<String> tags) {
        var _ = new NumberTraits(region, areaCode, residency, tags);
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
        if (!COUNTRY.matcher(country).matches()) {
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

    private SourceType sourceType() {
        String text = optional("sourceType");
        return text == null
                ? SourceType.CARRIER
                : Names.parse("sourceType", text, SourceType.class);
    }

    private Standing standing() {
        String text = optional("standing");
        return text == null ? Standing.IN_SERVICE : Names.parse("standing", text, Standing.class);
    }

    private List<String> tags() {
        String text = optional("tags");
        return text == null ? List.of() : List.of(text.split(BETWEEN_TAGS));
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

    private @Nullable String optional(String column) {
        int most = column.equals("tags") ? NumberTraits.MOST_TAGS * 31 : MOST_TEXT;
        String text = Texts.optional(column, fields.get(column), most);
        return text == null || text.isBlank() ? null : text;
    }
}
