package org.hifazat.cases.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Safety plans of a case. */
@ApplicationScoped
public class SafetyPlans {
  static final String CONTENT = "safety_plan.content";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  SafetyPlans(Session entities, CaseDesk desk, SealedWords words, CasePages pages) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  public record Whole(SafetyPlan plan, SafetyPlanContent content) {}

  /** The one to follow today. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<SafetyPlan> inForce(UUID caseId) {
    return entities
        .createQuery(
            "from SafetyPlan where caseId = :case and state = 'in-force'", SafetyPlan.class)
        .setParameter("case", caseId)
        .getResultStream()
        .findFirst();
  }

  /** Whether there is one made in this episode: earlier ones were made for other dangers. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean cover(CaseFile file) {
    return inForce(file.id())
        .filter(plan -> !plan.madeAt().isBefore(file.episodeOpenedAt()))
        .isPresent();
  }

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "safety-plan");
    return pages.newestFirst(SafetyPlan.class, "recordedAt", caseId, after, limit).stream()
        .map(plan -> open(file, plan))
        .toList();
  }

  Whole open(CaseFile file, SafetyPlan plan) {
    return new Whole(
        plan,
        words.openDocument(
            file.childId(), CONTENT, plan.id(), plan.content(), SafetyPlanContent.class));
  }
}
