package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What unit staff may learn of a case by its number, within reach or not, so that they can ask for
 * it or help in an emergency. A sealed case has no number here.
 */
@ApplicationScoped
public class NumberedCases {
  private final Session entities;

  NumberedCases(Session entities) {
    this.entities = entities;
  }

  /** Never shown: it opens the way. */
  public record Numbered(
      UUID caseId,
      String number,
      UUID childId,
      UUID unitId,
      String districtCode,
      @Nullable UUID ownerId,
      List<UUID> memberIds) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Numbered> find(String written) {
    String number = written.strip().toUpperCase(Locale.ROOT);
    return entities
        .createNativeQuery(
            "select case_id, child_id, unit_id, district_code, owner_id, member_ids"
                + " from case_for_emergency(:number)",
            Object[].class)
        .addScalar("case_id", UUID.class)
        .addScalar("child_id", UUID.class)
        .addScalar("unit_id", UUID.class)
        .addScalar("district_code", String.class)
        .addScalar("owner_id", UUID.class)
        .addScalar("member_ids", UUID[].class)
        .setParameter("number", number)
        .getResultStream()
        .map(
            row ->
                new Numbered(
                    (UUID) row[0],
                    number,
                    (UUID) row[1],
                    (UUID) row[2],
                    (String) row[3],
                    (UUID) row[4],
                    List.of((UUID[]) row[5])))
        .findFirst();
  }

  /**
   * Asked once more after the first row that names the case was written: who seals it waits for
   * that row, or it waited for them.
   *
   * @throws ProblemException case-number-unknown
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireKnown(String written) {
    if (find(written).isEmpty()) {
      throw new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN);
    }
  }
}
