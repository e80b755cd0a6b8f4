package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.Alarms;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reading assessments. Every read is within the caller's reach, ruled on and audited. */
@ApplicationScoped
public class AssessmentQueries {

  private static final String ASSESSMENT = "assessment";

  private final AssessmentRepository assessments;
  private final AssessmentReach reach;
  private final Alarms alarms;
  private final KnownCases cases;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Cursors cursors;
  private final FieldCipher cipher;

  AssessmentQueries(
      AssessmentRepository assessments,
      AssessmentReach reach,
      Alarms alarms,
      KnownCases cases,
      Access access,
      CallerContext callers,
      AuditLog audit,
      Cursors cursors,
      FieldCipher cipher) {
    this.assessments = assessments;
    this.reach = reach;
    this.alarms = alarms;
    this.cases = cases;
    this.access = access;
    this.callers = callers;
    this.audit = audit;
    this.cursors = cursors;
    this.cipher = cipher;
  }

  /**
   * An assessment with what interrupted in it.
   *
   * @param amendReason why it was amended; null in lists, and when it is no addendum
   * @param note what the supervising psychologist wrote; null in lists, and while nothing
   */
  public record Whole(
      CompletedAssessment assessment,
      List<StandingAlarm> alarms,
      @Nullable String amendReason,
      @Nullable String note) {

    /** One of many: without what was written of it. */
    public static Whole line(CompletedAssessment assessment, List<StandingAlarm> alarms) {
      return new Whole(assessment, alarms, null, null);
    }

    public Whole {
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * The case's assessments and those of cases that went into it, the one conducted last first;
   * empty when the case is out of reach.
   *
   * @param cursor as given by the page before
   * @param limit 1 to 100, null means 20
   */
  @Transactional
  public Optional<Page<Whole>> ofCase(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    AssessmentOperation operation = AssessmentOperation.LIST_ASSESSMENTS;
    AccessScope scope = AccessScope.of(callers.current());
    int rows = Page.limit(limit);
    String list = "assessments:" + caseId;
    var after = cursors.verify(list, cursor);
    Optional<KnownCase> known = cases.find(scope, caseId);
    if (known.isEmpty()) {
      audit.refused(operation.name(), "case", caseId, "not-found");
      return Optional.empty();
    }
    access.require(operation, known.get().relationTo(scope), "case", caseId);
    audit.read(operation.name(), "case", caseId);
    List<CompletedAssessment> found =
        assessments.ofCase(scope, cases.historyOf(caseId), after, rows);
    Map<UUID, List<StandingAlarm>> raised =
        alarms.ofAssessments(found.stream().map(CompletedAssessment::id).toList());
    return Optional.of(
        Page.cut(
            found.stream().map(a -> Whole.line(a, raised.getOrDefault(a.id(), List.of()))).toList(),
            rows,
            last -> cursors.sign(list, last.assessment().conductedAt(), last.assessment().id())));
  }

  /** The assessment's result; empty when absent or out of reach. */
  @Transactional
  public Optional<Whole> find(UUID id) {
    Optional<AssessmentReach.Found> found = reach.find(AssessmentOperation.READ_ASSESSMENT, id);
    found.ifPresent(
        it ->
            audit.read(
                AssessmentOperation.READ_ASSESSMENT.name(),
                ASSESSMENT,
                id,
                "case:" + it.assessment().caseId()));
    return found.map(it -> whole(it.assessment()));
  }

  /** What the caller made in this moment, to be shown to them. */
  @Transactional
  public Whole justMade(UUID id) {
    return assessments
        .find(AccessScope.of(callers.current()), id)
        .map(this::whole)
        .orElseThrow(() -> new IllegalStateException("An assessment just kept is gone"));
  }

  /**
   * The answers as they counted, as XML; empty when absent or out of reach.
   *
   * @throws ProblemException not-found when the child's data was erased
   */
  @Transactional
  public Optional<String> answers(UUID id) {
    AssessmentOperation operation = AssessmentOperation.READ_ASSESSMENT_ANSWERS;
    Optional<AssessmentReach.Found> found = reach.find(operation, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    UUID subject = found.get().assessment().caseId();
    audit.read(operation.name(), ASSESSMENT, id, "case:" + subject);
    Optional<byte[]> stored = assessments.answers(AccessScope.of(callers.current()), id);
    try {
      return stored.map(cipherText -> cipher.decrypt(subject, Assessment.ANSWERS, id, cipherText));
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), ASSESSMENT, id, "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Whole whole(CompletedAssessment assessment) {
    UUID id = assessment.id();
    return new Whole(
        assessment,
        alarms.ofAssessments(List.of(id)).getOrDefault(id, List.of()),
        assessment.amends() == null
            ? null
            : words(
                assessment,
                Assessment.AMEND_REASON,
                assessments.amendReason(AccessScope.of(callers.current()), id)),
        assessment.circle().decision() == null
            ? null
            : words(
                assessment,
                Countersignature.NOTE,
                assessments.note(AccessScope.of(callers.current()), id)));
  }

  /** Gone with the child's key; the result stays. */
  private @Nullable String words(
      CompletedAssessment assessment, String field, Optional<byte[]> stored) {
    try {
      return stored
          .map(bytes -> cipher.decrypt(assessment.caseId(), field, assessment.id(), bytes))
          .orElse(null);
    } catch (ErasedSubjectException erased) {
      return null;
    }
  }
}
