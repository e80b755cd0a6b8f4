package org.hifazat.cases.restricted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads, records and removes what is known of a child's nationality. Document status is among the
 * most dangerous facts in the file: formal deportation of holders of expired registration began on
 * 1 September 2025 (Interior Ministry, 31 July 2025). So it is asked only for a named need, read
 * one by one, and taken away when the need has gone.
 */
@ApplicationScoped
public class Nationality {
  private final Session entities;
  private final ReachCase reach;
  private final CodeLists codes;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  Nationality(
      Session entities,
      ReachCase reach,
      CodeLists codes,
      FieldCipher cipher,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.codes = codes;
    this.cipher = cipher;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param facts null when nothing is recorded
   * @param tag what a change must name
   */
  public record Known(@Nullable NationalityFacts facts, @Nullable Instant recordedAt, long tag) {}

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Known read(UUID caseId) {
    UUID child = reach.to(CaseOperation.VIEW_NATIONALITY, caseId).child().id();
    audit.read(CaseOperation.VIEW_NATIONALITY.name(), "case", caseId);
    return known(child, caseId, entities.find(NationalityStatus.class, caseId));
  }

  /**
   * @param expectedTag from If-Match
   * @throws ProblemException not-found, forbidden, stale, in-the-future or code-unknown
   */
  @Transactional
  public Known record(UUID caseId, NationalityFacts facts, Instant happenedAt, long expectedTag) {
    UUID child = reach.to(CaseOperation.RECORD_NATIONALITY, caseId).child().id();
    NationalityStatus before = entities.find(NationalityStatus.class, caseId);
    Preconditions.check(expectedTag, before == null ? 0 : before.tag());
    refuseWhatCannotBe(facts, happenedAt);
    NationalityStatus.Sealed sealed = seal(child, caseId, facts);
    UUID by = callers.current().staffId().orElseThrow();
    NationalityStatus now = before;
    if (now == null) {
      now = NationalityStatus.of(caseId, sealed, by, clock.instant());
      persist(now);
    } else {
      now.changed(sealed, by, clock.instant());
      entities.flush();
    }
    timeline.happened(caseId, "nationality-recorded", happenedAt, null);
    audit.performed(CaseOperation.RECORD_NATIONALITY.name(), "case", caseId);
    return known(child, caseId, now);
  }

  /**
   * Takes away what no service needs any more.
   *
   * @throws ProblemException not-found, forbidden or stale
   */
  @Transactional
  public void remove(UUID caseId, long expectedTag) {
    reach.to(CaseOperation.RECORD_NATIONALITY, caseId);
    NationalityStatus status = entities.find(NationalityStatus.class, caseId);
    if (status == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    Preconditions.check(expectedTag, status.tag());
    entities.remove(status);
    timeline.happened(caseId, "nationality-removed", clock.instant(), null);
    audit.performed(CaseOperation.RECORD_NATIONALITY.name(), "case", caseId, "removed");
  }

  /** Two who record the first version at once: one of them was quicker. */
  private void persist(NationalityStatus first) {
    try {
      entities.persist(first);
      entities.flush();
    } catch (ConstraintViolationException quicker) {
      throw new ProblemException(CommonProblem.STALE);
    }
  }

  private void refuseWhatCannotBe(NationalityFacts facts, Instant happenedAt) {
    Instant now = clock.instant();
    if (happenedAt.isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(CodeLists.Use.of("nationality", facts.status()));
    uses.add(CodeLists.Use.of("nationality-need", facts.neededFor()));
    String displacement = facts.displacement();
    if (displacement != null) {
      uses.add(CodeLists.Use.of("displacement", displacement));
    }
    if (!codes.listsWithInvalidCodes(KarachiTime.day(now), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }

  private NationalityStatus.Sealed seal(UUID child, UUID caseId, NationalityFacts facts) {
    return new NationalityStatus.Sealed(
        cipher.encrypt(child, "nationality_status.status", caseId, facts.status()),
        sealed(child, "nationality_status.displacement", caseId, facts.displacement()),
        sealed(child, "nationality_status.document_number", caseId, facts.documentNumber()),
        cipher.encrypt(child, "nationality_status.needed_for", caseId, facts.neededFor()));
  }

  private Known known(UUID child, UUID caseId, @Nullable NationalityStatus status) {
    if (status == null) {
      return new Known(null, null, 0);
    }
    NationalityStatus.Sealed sealed = status.sealed();
    return new Known(
        new NationalityFacts(
            cipher.decrypt(child, "nationality_status.status", caseId, sealed.status()),
            clear(child, "nationality_status.displacement", caseId, sealed.displacement()),
            clear(child, "nationality_status.document_number", caseId, sealed.documentNumber()),
            cipher.decrypt(child, "nationality_status.needed_for", caseId, sealed.neededFor())),
        status.recordedAt(),
        status.tag());
  }

  private byte @Nullable [] sealed(UUID child, String field, UUID row, @Nullable String clear) {
    return clear == null ? null : cipher.encrypt(child, field, row, clear);
  }

  private @Nullable String clear(UUID child, String field, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(child, field, row, sealed);
  }
}
