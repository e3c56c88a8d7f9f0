package io.inlet.seal;

import io.inlet.code.LocalMoment;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The octets of the moment until which a code is good, or of none. Stateless. */
final class MomentCodec {
    /** Which parts a moment has, as bits of one number; none is no moment. */
    private static final int TIME = 1;

    private static final int DAY = 1 << 1;
    private static final int YEAR = 1 << 2;
    private static final int OFFSET = 1 << 3;

    private MomentCodec() {}

    static void moment(OctetWriter out, @Nullable LocalMoment moment) {
        if (moment == null) {
            out.number(0);
            return;
        }
        LocalTime time = moment.time();
        MonthDay day = moment.day();
        Integer year = moment.year();
        ZoneOffset offset = moment.offset();
        out.number(
                (time == null ? 0 : TIME)
                        | (day == null ? 0 : DAY)
                        | (year == null ? 0 : YEAR)
                        | (offset == null ? 0 : OFFSET));
        if (time != null) {
            out.number(time.toSecondOfDay());
        }
        if (day != null) {
            out.number(day.getMonthValue()).number(day.getDayOfMonth());
        }
        if (year != null) {
            out.number(year);
        }
        if (offset != null) {
            out.number(offset.getTotalSeconds());
        }
    }

    static @Nullable LocalMoment moment(OctetReader in) {
        int parts = (int) in.number();
        try {
            return parts == 0 ? null : moment(in, parts);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no moment", e);
        }
    }

    private static LocalMoment moment(OctetReader in, int parts) {
        return new LocalMoment(
                (parts & TIME) == 0 ? null : LocalTime.ofSecondOfDay(in.number()),
                (parts & DAY) == 0 ? null : MonthDay.of((int) in.number(), (int) in.number()),
                (parts & YEAR) == 0 ? null : Integer.valueOf((int) in.number()),
                (parts & OFFSET) == 0 ? null : ZoneOffset.ofTotalSeconds((int) in.number()));
    }
}
