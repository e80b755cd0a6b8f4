package org.hifazat.cases.support;

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
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What the unit did for a child. */
@ApplicationScoped
public class ServicesGiven {
  static final String NOTE = "service_given.note";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  ServicesGiven(Session entities, CaseDesk desk, SealedWords words, CasePages pages) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  public record Whole(ServiceGiven service, @Nullable String note) {}

  /** Newest first, those struck out among them; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "services-given");
    return pages.newestFirst(ServiceGiven.class, "happenedAt", caseId, after, limit).stream()
        .map(one -> open(file, one))
        .toList();
  }

  /**
   * @throws ProblemException not-found
   */
  ServiceGiven one(UUID id) {
    return Optional.ofNullable(entities.find(ServiceGiven.class, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  Whole open(CaseFile file, ServiceGiven service) {
    return new Whole(service, words.open(file.childId(), NOTE, service.id(), service.note()));
  }
}
