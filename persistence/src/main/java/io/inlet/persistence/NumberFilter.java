package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.lease.Criterion;
import io.inlet.lease.LeaseRequest;
import io.inlet.number.DigitPattern;
import io.inlet.tenant.Environment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which numbers of the pool fit, in SQL that the indexes of {@code number} serve. */
final class NumberFilter {
    private static final Field<String> DIGITS = NUMBER.MSISDN;
    private static final Field<String> REVERSED =
            DSL.field("reverse({0})", String.class, NUMBER.MSISDN);

    /** Comes after each digit in the order of "C". */
    private static final String AFTER_DIGITS = ":";

    private NumberFilter() {}

    /** The conditions that a number in service fulfils, whether or not it is free. */
    static List<Condition> fits(Environment environment, LeaseRequest.Wanted wanted) {
        List<Condition> fits = new ArrayList<>();
        fits.add(DSL.condition(NUMBER.IN_SERVICE));
        // Inline, as all that is few or skewed: the plan must know it.
        fits.add(NUMBER.ENVIRONMENT.eq(DSL.inline(Codes.of(environment))));
        if (wanted.msisdn() != null) {
            fits.add(NUMBER.MSISDN.eq(wanted.msisdn().digits()));
        }
        if (wanted.country() != null) {
            fits.add(NUMBER.COUNTRY.eq(wanted.country()));
        }
        if (wanted.region() != null) {
            fits.add(NUMBER.REGION.eq(wanted.region()));
        }
        if (wanted.areaCode() != null) {
            fits.add(NUMBER.AREA_CODE.eq(wanted.areaCode()));
        }
        if (wanted.lineType() != null) {
            fits.add(NUMBER.LINE_TYPE.eq(Codes.of(wanted.lineType())));
        }
        if (wanted.carrier() != null) {
            fits.add(NUMBER.CARRIER.eq(wanted.carrier()));
        }
        if (wanted.residency() != null) {
            fits.add(NUMBER.RESIDENCY.eq(wanted.residency()));
        }
        if (!wanted.tags().isEmpty()) {
            fits.add(tags(wanted.tags()));
        }
        if (wanted.pattern() != null) {
            fits.add(pattern(wanted.pattern()));
        }
        return fits;
    }

    /** Whether one index has all that fit in the order of their rest. */
    static boolean isServed(LeaseRequest.Wanted wanted) {
        return wanted.equals(served(wanted));
    }

    /** The conditions that one index serves, in the order of rest. */
    static List<Condition> served(Environment environment, LeaseRequest.Wanted wanted) {
        return fits(environment, served(wanted));
    }

    // The index of the narrowest criterion.
    private static LeaseRequest.Wanted served(LeaseRequest.Wanted wanted) {
        Set<Criterion> others = EnumSet.allOf(Criterion.class);
        if (wanted.areaCode() != null) {
            others.remove(Criterion.AREA_CODE);
        } else if (wanted.region() != null) {
            others.remove(Criterion.REGION);
        } else if (wanted.country() != null) {
            others.remove(Criterion.COUNTRY);
            others.remove(Criterion.LINE_TYPE);
        } else if (wanted.carrier() != null) {
            others.remove(Criterion.CARRIER);
        } else {
            others.remove(Criterion.RESIDENCY);
        }
        LeaseRequest.Wanted served = wanted;
        for (Criterion other : others) {
            served = served.without(other);
        }
        return served;
    }

    // What follows from the first condition is said all the same: the index is of such rows alone.
    private static Condition tags(List<String> tags) {
        Field<String[]> wanted =
                DSL.inline(tags.toArray(String[]::new), SQLDataType.VARCHAR.array());
        return DSL.condition("{0} @> {1}::text[]", NUMBER.TAGS, wanted)
                .and(DSL.condition("{0} <> '{}'", NUMBER.TAGS));
    }

    // The digits at an end are a range of an index; LIKE sees to the rest.
    private static Condition pattern(DigitPattern pattern) {
        String like = pattern.text().replace('?', '_').replace('*', '%');
        Condition fits = DIGITS.like(DSL.inline(like));
        if (!pattern.prefix().isEmpty()) {
            fits = fits.and(begins(DIGITS, pattern.prefix()));
        }
        if (!pattern.suffix().isEmpty()) {
            String backwards = new StringBuilder(pattern.suffix()).reverse().toString();
            fits = fits.and(begins(REVERSED, backwards));
        }
        return fits;
    }

    private static Condition begins(Field<String> text, String digits) {
        return text.ge(DSL.inline(digits)).and(text.lt(DSL.inline(digits + AFTER_DIGITS)));
    }
}
