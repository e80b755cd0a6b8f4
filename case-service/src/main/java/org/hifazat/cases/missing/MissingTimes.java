package org.hifazat.cases.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** The times in which the child of a case was missing. */
@ApplicationScoped
public class MissingTimes {
  static final String WORDS = "missing_child.words";
  static final String TOLD = "missing_child.told_words";
  static final String FOUND = "missing_child.found_words";

  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  MissingTimes(CaseDesk desk, SealedWords words, CasePages pages) {
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  public record Words(String circumstances, @Nullable String lastSeen, @Nullable String wearing) {}

  public record Whole(
      MissingChild missing, Words words, @Nullable String told, @Nullable String found) {}

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_MISSING, caseId, "missing");
    return pages.newestFirst(MissingChild.class, "missingSince", caseId, after, limit).stream()
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
