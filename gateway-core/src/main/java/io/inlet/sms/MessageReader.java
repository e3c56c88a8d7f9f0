package io.inlet.sms;

import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages for those who may. Calls block on the database. */
public interface MessageReader {
    /**
     * Those of the messages that belong to this lease of this tenant, opened, in the order asked
     * for, each in its latest version. A message whose content key is gone is left out.
     */
    List<Message> read(TenantId tenant, LeaseId lease, List<MessageId> ids);

    /**
     * A message of this lease of this tenant as it was in one of its versions, or null if there is
     * none, or its content key is gone.
     *
     * @param version from 1
     */
    @Nullable Message read(TenantId tenant, LeaseId lease, MessageId id, int version);

    /** Notes that messages were read by their tenant. Returns at once; kept within a second. */
    void delivered(List<MessageId> ids);
}
