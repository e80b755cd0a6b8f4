package org.hifazat.cases.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps who works where, by id and role; an older event never overwrites a newer one. */
@ApplicationScoped
class LearnStaff implements EventHandler<LearnStaff.StaffEnrolled> {
  private final Session entities;

  LearnStaff(Session entities) {
    this.entities = entities;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record StaffEnrolled(
      UUID staffId,
      @Nullable UUID unitId,
      List<String> roles,
      @Nullable UUID supervisorId,
      boolean active) {}

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
    StaffEnrolled staff = event.payload();
    entities
        .createNativeQuery(
            """
            insert into known_staff (staff_id, unit_id, supervisor_id, roles, active, version)
            values (:staff, :unit, :supervisor, :roles, :active, :version)
            on conflict (staff_id) do update
               set unit_id = excluded.unit_id, supervisor_id = excluded.supervisor_id,
                   roles = excluded.roles, active = excluded.active, version = excluded.version
             where known_staff.version < excluded.version""")
        .setParameter("staff", staff.staffId())
        .setParameter("unit", staff.unitId(), UUID.class)
        .setParameter("supervisor", staff.supervisorId(), UUID.class)
        .setParameter("roles", staff.roles().toArray(String[]::new))
        .setParameter("active", staff.active())
        .setParameter("version", event.aggregateVersion())
        .executeUpdate();
  }
}
