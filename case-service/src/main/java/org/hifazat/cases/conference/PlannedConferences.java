package org.hifazat.cases.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.EpisodeEnded;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Case conferences still to come. */
@ApplicationScoped
public class PlannedConferences {
  static final String CONTENT = "planned_conference.content";

  private static final String TO_COME =
      "from PlannedConference where caseId = :case and state = 'planned'";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;

  PlannedConferences(Session entities, CaseDesk desk, SealedWords words) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
  }

  public record Whole(PlannedConference planned, Invitation invitation) {}

  /** The next first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "planned-conferences");
    String beyond =
        after == null ? "" : " and plannedFor >= :at and (plannedFor > :at or id > :id)";
    TypedQuery<PlannedConference> query =
        entities
            .createQuery(TO_COME + beyond + " order by plannedFor, id", PlannedConference.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream().map(one -> open(file, one)).toList();
  }

  Optional<PlannedConference> one(UUID id) {
    return Optional.ofNullable(entities.find(PlannedConference.class, id));
  }

  Whole open(CaseFile file, PlannedConference one) {
    return new Whole(
        one,
        words.openDocument(file.childId(), CONTENT, one.id(), one.content(), Invitation.class));
  }

  /** Nobody meets on a case that has ended; its tasks end with it. */
  void whenEnded(@Observes EpisodeEnded end) {
    entities
        .createQuery(TO_COME, PlannedConference.class)
        .setParameter("case", end.file().id())
        .getResultList()
        .forEach(PlannedConference::cancel);
  }
}
