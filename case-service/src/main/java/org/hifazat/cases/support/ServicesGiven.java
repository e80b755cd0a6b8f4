package org.hifazat.cases.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
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

/** What the unit did for a child. */
@ApplicationScoped
public class ServicesGiven {
  static final String NOTE = "service_given.note";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;

  ServicesGiven(Session entities, CaseDesk desk, SealedWords words) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
  }

  public record Whole(ServiceGiven service, @Nullable String note) {}

  /** Newest first, those struck out among them; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "services-given");
    String text = "from ServiceGiven where caseId = :case";
    if (after != null) {
      text += " and (happenedAt < :at or (happenedAt = :at and id < :id))";
    }
    TypedQuery<ServiceGiven> query =
        entities
            .createQuery(text + " order by happenedAt desc, id desc", ServiceGiven.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream().map(one -> open(file, one)).toList();
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
