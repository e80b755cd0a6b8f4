package org.hifazat.cases.placement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Where the child of a case has lived who could not live at home. */
@ApplicationScoped
public class Placements {
  static final String WORDS = "placement.words";
  static final String END_WORDS = "placement.end_words";
  static final String REVIEW = "placement_review.words";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  Placements(Session entities, CaseDesk desk, SealedWords words, CasePages pages) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  /**
   * @param place the family or institution, by name and where it is
   */
  public record Words(String place, @Nullable String carer, @Nullable String note) {}

  public record ReviewWords(String findings, @Nullable String childSays) {}

  public record Reviewed(
      UUID id, String decision, Instant happenedAt, ReviewWords words, UUID recordedBy) {}

  public record Whole(
      Placement placement, Words words, @Nullable String endNote, List<Reviewed> reviews) {}

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_PLACEMENTS, caseId, "placements");
    return open(file, pages.newestFirst(Placement.class, "beganAt", caseId, after, limit));
  }

  List<Placement> lasting(CaseFile file) {
    return entities
        .createQuery("from Placement where caseId = :case and endedAt is null", Placement.class)
        .setParameter("case", file.id())
        .getResultList();
  }

  Whole open(CaseFile file, Placement placement) {
    return open(file, List.of(placement)).getFirst();
  }

  private List<Whole> open(CaseFile file, List<Placement> placements) {
    UUID child = file.childId();
    Map<UUID, List<Reviewed>> reviews =
        entities
            .createQuery(
                "from PlacementReview where placementId in :placements order by happenedAt, id",
                PlacementReview.class)
            .setParameter("placements", placements.stream().map(Placement::id).toList())
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    PlacementReview::placementId,
                    Collectors.mapping(one -> open(child, one), Collectors.toList())));
    return placements.stream()
        .map(
            one ->
                new Whole(
                    one,
                    words.openDocument(child, WORDS, one.id(), one.words(), Words.class),
                    words.open(child, END_WORDS, one.id(), one.endWords()),
                    reviews.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Reviewed open(UUID child, PlacementReview one) {
    return new Reviewed(
        one.id(),
        one.decision(),
        one.happenedAt(),
        words.openDocument(child, REVIEW, one.id(), one.words(), ReviewWords.class),
        one.recordedBy());
  }
}
