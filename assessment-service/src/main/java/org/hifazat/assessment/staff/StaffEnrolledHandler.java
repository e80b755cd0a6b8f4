package org.hifazat.assessment.staff;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Somebody works here, in another role, or no longer. */
@ApplicationScoped
class StaffEnrolledHandler implements EventHandler<StaffEnrolled> {
  private final KnownStaff staff;

  StaffEnrolledHandler(KnownStaff staff) {
    this.staff = staff;
  }

  @Override
  public String type() {
    return "org.hifazat.directory.staff-enrolled.v1";
  }

  @Override
  public Class<StaffEnrolled> payload() {
    return StaffEnrolled.class;
  }

  @Override
  public void handle(ReceivedEvent<StaffEnrolled> event) {
    staff.remember(event.payload(), event.aggregateVersion());
  }
}
