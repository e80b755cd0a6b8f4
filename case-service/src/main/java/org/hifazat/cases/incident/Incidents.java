package org.hifazat.cases.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Incidents of a case with everything found about them. */
@ApplicationScoped
public class Incidents {
  static final String ACCOUNT = "incident.account";
  static final String REASON = "incident_finding.reason";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  Incidents(Session entities, CaseDesk desk, SealedWords words, CasePages pages) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  public record Whole(Incident incident, String account, List<Found> findings) {}

  public record Found(String finding, Instant happenedAt, String reason, UUID recordedBy) {}

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_INCIDENTS, caseId, "incidents");
    return open(file, pages.newestFirst(Incident.class, "happenedAt", caseId, after, limit));
  }

  Whole open(CaseFile file, Incident incident) {
    return open(file, List.of(incident)).getFirst();
  }

  private List<Whole> open(CaseFile file, List<Incident> incidents) {
    UUID child = file.childId();
    Map<UUID, List<Found>> found =
        entities
            .createQuery(
                "from IncidentFinding where incidentId in :incidents order by recordedAt, id",
                IncidentFinding.class)
            .setParameter("incidents", incidents.stream().map(Incident::id).toList())
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    IncidentFinding::incidentId,
                    Collectors.mapping(one -> open(child, one), Collectors.toList())));
    return incidents.stream()
        .map(
            one ->
                new Whole(
                    one,
                    Objects.requireNonNull(words.open(child, ACCOUNT, one.id(), one.account())),
                    found.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Found open(UUID child, IncidentFinding one) {
    return new Found(
        one.finding(),
        one.happenedAt(),
        Objects.requireNonNull(words.open(child, REASON, one.id(), one.reason())),
        one.recordedBy());
  }
}
