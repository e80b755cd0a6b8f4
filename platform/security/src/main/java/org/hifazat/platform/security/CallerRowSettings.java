package org.hifazat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hifazat.platform.persistence.RowSettings;

/** Tells row-level security who acts. */
@ApplicationScoped
class CallerRowSettings implements RowSettings {
  private final CallerContext callers;

  CallerRowSettings(CallerContext callers) {
    this.callers = callers;
  }

  @Override
  public Map<String, String> current() {
    Caller caller = callers.current();
    return Map.of(
        "app.staff_id", text(caller.staffId()),
        "app.unit_id", text(caller.unitId()),
        "app.agency_id", text(caller.agencyId()),
        "app.roles", String.join(",", new TreeSet<>(caller.roles())),
        "app.system", caller.isSystem() ? "on" : "");
  }

  private static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }
}
