package org.hifazat.cases.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.timeline.TimelineEntry;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** The story of a case as it is read: newest first, without what its reader may not know. */
@ApplicationScoped
public class Story {
  private final Session entities;
  private final ReachCase reach;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;
  private final CaseHistory history;

  Story(
      Session entities,
      ReachCase reach,
      Relations relations,
      Access access,
      AuditLog audit,
      CaseHistory history) {
    this.entities = entities;
    this.history = history;
    this.reach = reach;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
  }

  /**
   * A line of the story, and what it belongs to.
   *
   * @param fromCase the number of the merged case it happened to; null for the case's own
   */
  public record Line(TimelineEntry entry, StoryGroup group, @Nullable String fromCase) {}

  /**
   * @param group only what belongs to it; null for all
   */
  @Transactional
  public List<Line> page(UUID caseId, @Nullable String group, @Nullable Cursor after, int limit) {
    CaseFile file = reach.to(CaseOperation.VIEW_TIMELINE, caseId).file();
    audit.read(CaseOperation.VIEW_TIMELINE.name(), "case", caseId);
    StoryGroup only = group == null ? null : StoryGroup.of(group);
    return entries(history.of(file), kinds(file, only), after, limit);
  }

  /**
   * What may be told outside the unit: nothing that only some of the case's readers know.
   *
   * @param file a case its reader has been let to
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Line> forOthers(CaseFile file, int most) {
    List<String> kinds =
        StoryKinds.all().entrySet().stream()
            .filter(kind -> kind.getValue().readers() == null)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return entries(history.of(file), kinds, null, most);
  }

  private List<String> kinds(CaseFile file, @Nullable StoryGroup group) {
    Relation relation = relations.to(file);
    return StoryKinds.all().entrySet().stream()
        .filter(kind -> group == null || kind.getValue().group() == group)
        .filter(kind -> mayRead(kind.getValue().readers(), relation))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private boolean mayRead(@Nullable CaseOperation readers, Relation relation) {
    return readers == null || access.permits(readers, relation);
  }

  /** The first comparison alone is what the index begins at, so that late pages cost no more. */
  private List<Line> entries(
      CaseHistory.Parts parts, List<String> kinds, @Nullable Cursor after, int limit) {
    String text = "from TimelineEntry where caseId in (:cases) and kind in (:kinds)";
    if (after != null) {
      text += " and happenedAt <= :at and (happenedAt < :at or id < :id)";
    }
    TypedQuery<TimelineEntry> query =
        entities
            .createQuery(text + " order by happenedAt desc, id desc", TimelineEntry.class)
            .setParameter("cases", parts.ids())
            .setParameter("kinds", kinds)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream()
        .map(
            entry ->
                new Line(
                    entry,
                    StoryKinds.of(entry.kind()).orElseThrow().group(),
                    parts.from(entry.caseId()).orElse(null)))
        .toList();
  }
}
