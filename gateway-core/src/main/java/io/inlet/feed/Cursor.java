package io.inlet.feed;

import io.inlet.tenant.TenantId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;

/**
 * A place in a tenant's one sequence: everything after it is new. Opaque to consumers.
 *
 * @param tenant whose sequence
 * @param day the day of the event at this place, which bounds every query
 * @param sequence the event's number, from 1; 0 is before the first
 */
public record Cursor(TenantId tenant, LocalDate day, long sequence) {
    private static final int OCTETS = Integer.BYTES + Integer.BYTES + Long.BYTES;

    /** The form that consumers hold. */
    public String text() {
        ByteBuffer buffer = ByteBuffer.allocate(OCTETS);
        buffer.putInt(check(tenant)).putInt((int) day.toEpochDay()).putLong(sequence);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /**
     * Reads {@link #text()}.
     *
     * @param tenant who presents it
     * @throws IllegalArgumentException if it is no cursor, or one of another tenant
     */
    public static Cursor parse(String text, TenantId tenant) {
        ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (buffer.remaining() != OCTETS || buffer.getInt() != check(tenant)) {
            throw new IllegalArgumentException("not a cursor of this tenant");
        }
        LocalDate day = LocalDate.ofEpochDay(buffer.getInt());
        long sequence = buffer.getLong();
        if (sequence < 0) {
            throw new IllegalArgumentException("not a cursor of this tenant");
        }
        return new Cursor(tenant, day, sequence);
    }

    private static int check(TenantId tenant) {
        return tenant.uuid().hashCode();
    }
}
