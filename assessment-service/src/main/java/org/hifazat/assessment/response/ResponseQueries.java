package org.hifazat.assessment.response;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.completed.AssessmentReach;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;

/** What was offered after an assessment, and what of it was taken. */
@ApplicationScoped
public class ResponseQueries {

  private static final String OFFERED =
      """
      select o.response, o.grounds, o.offered_at, t.action_id, t.due_on, t.taken_by, t.taken_at
        from response_offer o
        left join response_taken t on t.assessment_id = o.assessment_id and t.response = o.response
       where o.assessment_id = ?1
      """;

  private final Session database;
  private final AssessmentReach reach;
  private final Library library;
  private final FieldCipher cipher;
  private final AssessmentConfig config;
  private final AuditLog audit;

  ResponseQueries(
      Session database,
      AssessmentReach reach,
      Library library,
      FieldCipher cipher,
      AssessmentConfig config,
      AuditLog audit) {
    this.database = database;
    this.reach = reach;
    this.library = library;
    this.cipher = cipher;
    this.config = config;
    this.audit = audit;
  }

  /** What is most urgent first; empty when the assessment is absent or out of reach. */
  @Transactional
  public Optional<List<OfferedResponse>> of(UUID assessmentId) {
    AssessmentOperation operation = AssessmentOperation.LIST_RESPONSES;
    return reach
        .find(operation, assessmentId)
        .map(
            found -> {
              UUID caseId = found.assessment().caseId();
              audit.read(operation.name(), "assessment", assessmentId, "case:" + caseId);
              return offered(assessmentId, caseId);
            });
  }

  @Transactional(MANDATORY)
  List<OfferedResponse> offered(UUID assessmentId, UUID caseId) {
    return database
        .createNativeQuery(OFFERED, Object[].class)
        .addScalar("response", String.class)
        .addScalar("grounds", byte[].class)
        .addScalar("offered_at", Instant.class)
        .addScalar("action_id", UUID.class)
        .addScalar("due_on", LocalDate.class)
        .addScalar("taken_by", UUID.class)
        .addScalar("taken_at", Instant.class)
        .setParameter(1, assessmentId)
        .getResultStream()
        .flatMap(row -> offer(assessmentId, caseId, row).stream())
        .sorted(
            Comparator.comparing(OfferedResponse::proposedFor).thenComparing(OfferedResponse::code))
        .toList();
  }

  private Optional<OfferedResponse> offer(UUID assessmentId, UUID caseId, Object[] row) {
    Instant at = (Instant) row[2];
    return library
        .find((String) row[0])
        .map(
            entry ->
                new OfferedResponse(
                    entry.code(),
                    entry.title(),
                    entry.what(),
                    entry.by(),
                    LocalDate.ofInstant(at, config.zone()).plusDays(entry.withinDays()),
                    entry.source(),
                    grounds(assessmentId, caseId, (byte[]) row[1])
                        .flatMap(id -> library.rule(id).stream())
                        .map(Library.Rule::reason)
                        .toList(),
                    at,
                    row[3] == null
                        ? null
                        : new OfferedResponse.Taken(
                            (UUID) row[3], (LocalDate) row[4], (UUID) row[5], (Instant) row[6])));
  }

  /** Gone with the child's key; what was offered stays. */
  private Stream<String> grounds(UUID assessmentId, UUID caseId, byte[] stored) {
    try {
      return Stream.of(
          cipher.decrypt(caseId, OfferResponses.GROUNDS, assessmentId, stored).split(" "));
    } catch (ErasedSubjectException erased) {
      return Stream.empty();
    }
  }
}
