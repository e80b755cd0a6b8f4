package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ReadableChildren;
import org.hifazat.cases.matching.ChildSearchKeys;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** Looks for a child before one is registered, in any script, over all units. */
@ApplicationScoped
public class SearchForChild {
  private static final int YEARS_EITHER_WAY = 2;

  /** Nobody reads on; the database looks for one more, so that it is said when there are more. */
  private static final int SHOWN = 20;

  private final SimilarChildren similar;
  private final ChildSearchKeys keys;
  private final SearchProof proof;
  private final ReadableChildren readable;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  SearchForChild(
      SimilarChildren similar,
      ChildSearchKeys keys,
      SearchProof proof,
      ReadableChildren readable,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.similar = similar;
    this.keys = keys;
    this.proof = proof;
    this.readable = readable;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * A name, a phone, an identity number or the number of a case finds; sex, birth year and district
   * narrow what names find.
   */
  public record Terms(
      @Nullable String givenName,
      @Nullable String fatherName,
      @Nullable String sex,
      @Nullable Integer birthYear,
      @Nullable String districtCode,
      @Nullable String phone,
      @Nullable String cnic,
      @Nullable String caseNumber) {}

  /**
   * @param searchToken to be handed in when the child is registered after all
   * @param matches best first, at most 20
   * @param more whether there are more than are shown: narrow it by what is known of the child
   */
  public record Answer(String searchToken, Instant expiresAt, List<Match> matches, boolean more) {}

  /**
   * A child that may be the one. Ids are there within the caller's unit, the name only for those
   * who may read the whole case.
   *
   * @param likeness same (a number, or the child's name with all else given, agrees) or close
   * @param goesOn for a case that was merged into another: which one to open
   */
  public record Match(
      @Nullable UUID childId,
      @Nullable UUID caseId,
      String caseNumber,
      String likeness,
      String sex,
      String ageBand,
      UUID unitId,
      boolean withinReach,
      @Nullable String displayName,
      @Nullable GoesOn goesOn) {}

  /** Where the history of a merged case goes on; the id within the caller's unit only. */
  public record GoesOn(
      @Nullable UUID caseId, String caseNumber, UUID unitId, boolean withinReach) {}

  @Transactional
  public Answer handle(Terms terms) {
    Caller caller = callers.current();
    Set<ChildSearchKeys.Key> given = keys.givenName(terms.givenName());
    Set<ChildSearchKeys.Key> father = keys.fatherName(terms.fatherName());
    SimilarChildren.Wanted wanted = wanted(terms, given, father);
    List<SimilarChildren.Hit> all = similar.find(wanted);
    List<SimilarChildren.Hit> hits = all.subList(0, Math.min(SHOWN, all.size()));
    Map<UUID, String> names =
        readable.names(hits.stream().map(SimilarChildren.Hit::caseId).toList());
    Map<UUID, SimilarChildren.Went> went = similar.whereTheyWent(hits);
    Set<UUID> found = hits.stream().map(SimilarChildren.Hit::caseId).collect(Collectors.toSet());
    LocalDate today = KarachiTime.day(clock.instant());
    List<Match> matches = new ArrayList<>();
    for (SimilarChildren.Hit hit : hits) {
      SimilarChildren.Went on = went.get(hit.caseId());
      if (on != null && found.contains(on.caseId())) {
        // One child, and the case that goes on was found as well.
        continue;
      }
      boolean same =
          hit.numberHit()
              || (terms.givenName() != null
                  && hit.givenHits() >= ChildSearchKeys.words(terms.givenName())
                  && hit.fatherHits() >= ChildSearchKeys.words(terms.fatherName()));
      boolean within = Optional.of(hit.unitId()).equals(caller.unitId());
      matches.add(
          new Match(
              within ? hit.childId() : null,
              within ? hit.caseId() : null,
              hit.caseNumber(),
              same ? "same" : "close",
              hit.sex(),
              AgeBand.of(hit.birthYear(), today).label(),
              hit.unitId(),
              within,
              names.get(hit.caseId()),
              on == null ? null : goesOn(on, caller)));
    }
    UUID searcher = caller.staffId().orElseThrow();
    SearchProof.Issued issued = proof.issue(searcher, wanted);
    audit.performed(
        CaseOperation.SEARCH_CHILDREN.name(), "searcher", searcher, "matches-" + matches.size());
    return new Answer(issued.token(), issued.expiresAt(), matches, all.size() > SHOWN);
  }

  private static GoesOn goesOn(SimilarChildren.Went on, Caller caller) {
    boolean within = Optional.of(on.unitId()).equals(caller.unitId());
    return new GoesOn(within ? on.caseId() : null, on.caseNumber(), on.unitId(), within);
  }

  private SimilarChildren.Wanted wanted(
      Terms terms, Set<ChildSearchKeys.Key> given, Set<ChildSearchKeys.Key> father) {
    List<ChildSearchKeys.Key> numbers = new ArrayList<>(keys.phone(terms.phone()));
    numbers.addAll(keys.cnic(terms.cnic()));
    Integer year = terms.birthYear();
    return new SimilarChildren.Wanted(
        given,
        father,
        numbers,
        terms.caseNumber(),
        year == null ? null : year - YEARS_EITHER_WAY,
        year == null ? null : year + YEARS_EITHER_WAY,
        terms.sex(),
        terms.districtCode());
  }
}
