package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;

/** Numbers people can say over a telephone; they tell the year of opening and nothing else. */
@ApplicationScoped
class CaseNumbers {
  private final Session entities;

  CaseNumbers(Session entities) {
    this.entities = entities;
  }

  String next(Instant openedAt) {
    Number next =
        (Number)
            entities
                .createNativeQuery("select nextval('case_number')", Long.class)
                .getSingleResult();
    return String.format(
        Locale.ROOT, "KP-%d-%06d", KarachiTime.day(openedAt).getYear(), next.longValue());
  }
}
