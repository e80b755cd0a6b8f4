package org.hifazat.referral.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.platform.persistence.RowSettings;
import org.hifazat.platform.security.CallerContext;

/** By which account somebody is here; the database is told, for what is meant for one person. */
@ApplicationScoped
class CallerSubject implements RowSettings {
  private final CallerContext callers;

  CallerSubject(CallerContext callers) {
    this.callers = callers;
  }

  @Override
  public Map<String, String> current() {
    return Map.of("app.subject", callers.current().subject());
  }
}
