package org.hifazat.cases.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.jspecify.annotations.Nullable;

/** The times in which the child of a case was missing. */
@ApplicationScoped
public class MissingTimes {
  /** No child goes missing that often; the newest are shown. */
  static final int MOST = 100;

  static final String WORDS = "missing_child.words";
  static final String TOLD = "missing_child.told_words";
  static final String FOUND = "missing_child.found_words";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;

  MissingTimes(Session entities, CaseDesk desk, SealedWords words) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
  }

  public record Words(String circumstances, @Nullable String lastSeen, @Nullable String wearing) {}

  public record Whole(
      MissingChild missing, Words words, @Nullable String told, @Nullable String found) {}

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> of(UUID caseId) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_MISSING, caseId, "missing");
    return entities
        .createQuery(
            "from MissingChild where caseId = :case order by missingSince desc, id desc",
            MissingChild.class)
        .setParameter("case", caseId)
        .setMaxResults(MOST)
        .getResultStream()
        .map(one -> open(file, one))
        .toList();
  }

  Whole open(CaseFile file, MissingChild one) {
    UUID child = file.childId();
    return new Whole(
        one,
        words.openDocument(child, WORDS, one.id(), one.words(), Words.class),
        words.open(child, TOLD, one.id(), one.toldWords()),
        words.open(child, FOUND, one.id(), one.foundWords()));
  }
}
