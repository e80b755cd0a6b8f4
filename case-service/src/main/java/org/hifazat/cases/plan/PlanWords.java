package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.cases.casework.SealedWords;

/** Seals what plans say. */
@ApplicationScoped
class PlanWords {
  private static final String CONTENT = "case_plan.content";

  private final SealedWords words;

  PlanWords(SealedWords words) {
    this.words = words;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  byte[] seal(UUID child, UUID plan, PlanContent content) {
    return words.sealDocument(child, CONTENT, plan, content);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  PlanContent open(UUID child, CasePlan plan) {
    return words.openDocument(child, CONTENT, plan.id(), plan.content(), PlanContent.class);
  }
}
