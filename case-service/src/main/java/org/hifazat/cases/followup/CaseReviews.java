package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reviews of a case. */
@ApplicationScoped
public class CaseReviews {
  static final String CONTENT = "case_review.content";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  CaseReviews(Session entities, CaseDesk desk, SealedWords words, CasePages pages) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  public record Whole(CaseReview review, ReviewContent content) {}

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "reviews");
    return pages.newestFirst(CaseReview.class, "happenedAt", caseId, after, limit).stream()
        .map(one -> open(file, one))
        .toList();
  }

  /** Whether a review was held since then. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean anySince(UUID caseId, Instant since) {
    return entities
            .createQuery(
                "select count(*) from CaseReview where caseId = :case and happenedAt >= :since",
                Long.class)
            .setParameter("case", caseId)
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }

  Whole open(CaseFile file, CaseReview one) {
    return new Whole(
        one,
        words.openDocument(file.childId(), CONTENT, one.id(), one.content(), ReviewContent.class));
  }
}
