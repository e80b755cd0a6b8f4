package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Contacts of a case. */
@ApplicationScoped
public class FollowUps {
  static final String NOTE = "follow_up.note";
  private static final List<String> NOBODY_FOUND = List.of("nobody-there", "moved-away");

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;

  FollowUps(Session entities, CaseDesk desk, SealedWords words) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
  }

  public record Whole(FollowUp followUp, @Nullable String note) {}

  /**
   * The read is audited.
   *
   * @param planned those still to come, the next first; else those that were, the last first
   */
  @Transactional
  public List<Whole> page(UUID caseId, boolean planned, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "follow-ups");
    String states = planned ? "state = 'planned'" : "state in ('held', 'missed')";
    String time = planned ? "plannedFor" : "happenedAt";
    String beyond = planned ? ">" : "<";
    String text = "from FollowUp where caseId = :case and " + states;
    if (after != null) {
      text += " and %1$s %2$s= :at and (%1$s %2$s :at or id %2$s :id)".formatted(time, beyond);
    }
    String order = planned ? " order by plannedFor, id" : " order by happenedAt desc, id desc";
    TypedQuery<FollowUp> query =
        entities
            .createQuery(text + order, FollowUp.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream().map(one -> open(file, one)).toList();
  }

  /** Those still to come, the next first. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<FollowUp> planned(UUID caseId) {
    return entities
        .createQuery(
            "from FollowUp where caseId = :case and state = 'planned' order by plannedFor, id",
            FollowUp.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /**
   * Contacts since then at which somebody came and the family was not there; the first first. Where
   * the unit did not come, or the family was met, nobody was looked for in vain.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Instant> nobodyFoundSince(UUID caseId, Instant since) {
    return entities
        .createQuery(
            "select happenedAt from FollowUp where caseId = :case and state = 'missed'"
                + " and missedReason in :reasons and happenedAt >= :since order by happenedAt",
            Instant.class)
        .setParameter("reasons", NOBODY_FOUND)
        .setParameter("case", caseId)
        .setParameter("since", since)
        .getResultList();
  }

  /** When the child was last seen, as far as is recorded. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Instant> childLastSeen(UUID caseId) {
    return Optional.ofNullable(
        entities
            .createQuery(
                "select max(happenedAt) from FollowUp where caseId = :case and state = 'held'"
                    + " and childSeen = true",
                Instant.class)
            .setParameter("case", caseId)
            .getSingleResult());
  }

  /**
   * @throws ProblemException not-found
   */
  FollowUp one(UUID id) {
    return Optional.ofNullable(entities.find(FollowUp.class, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  Whole open(CaseFile file, FollowUp followUp) {
    return new Whole(followUp, words.open(file.childId(), NOTE, followUp.id(), followUp.note()));
  }
}
