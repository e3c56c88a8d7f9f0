package io.inlet.sms;

import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.util.List;

/** Reads messages for those who may. Calls block on the database. */
public interface MessageReader {
    /**
     * Those of the messages that belong to this lease of this tenant, opened, in the order asked
     * for. A message whose content key is gone is left out.
     */
    List<Message> read(TenantId tenant, LeaseId lease, List<MessageId> ids);

    /** Notes that messages were read by their tenant. Returns at once; kept within a second. */
    void delivered(List<MessageId> ids);
}
