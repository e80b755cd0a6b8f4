package org.hifazat.cases.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** What happened to a case, told once by whoever did it, in the transaction that did it. */
@ApplicationScoped
public class Timeline {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{2,59}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:-]{1,60}");

  private final Session entities;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  Timeline(Session entities, CallerContext callers, IdSource ids, Clock clock) {
    this.entities = entities;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param kind what happened, as kebab-case code such as {@code consent-recorded}
   * @param happenedAt when it happened, which may lie before it was recorded
   * @param subjectId the record to open for more; null when the case itself is
   * @param codes details as codes of the kind's own lists, never words
   * @throws IllegalArgumentException when kind or codes could hold words
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void happened(
      UUID caseId, String kind, Instant happenedAt, @Nullable UUID subjectId, String... codes) {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind");
    }
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("not a code in a timeline entry of kind " + kind);
      }
    }
    entities.persist(
        new TimelineEntry(
            ids.next(),
            caseId,
            kind,
            happenedAt.truncatedTo(ChronoUnit.MICROS),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            callers.current().staffId().orElse(null),
            subjectId,
            codes));
  }
}
