package org.hifazat.identity.staff;

import java.time.Instant;
import org.hifazat.identity.event.StaffEnrolled;
import org.hifazat.platform.messaging.OutboxEvent;

/** The only place staff events are made. */
final class StaffEvents {
  private StaffEvents() {}

  static OutboxEvent enrolled(Staff staff, Instant at) {
    String id = staff.id().toString();
    return new OutboxEvent(
        StaffEnrolled.TYPE,
        "staff",
        id,
        staff.version(),
        id,
        at,
        new StaffEnrolled(
            staff.id(),
            staff.unitId().orElse(null),
            staff.roles(),
            staff.supervisorId().orElse(null),
            staff.active()));
  }
}
