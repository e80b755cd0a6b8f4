package org.hifazat.cases.duplicates.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.duplicates.ChildMerge;
import org.hifazat.cases.duplicates.DuplicateQueue;
import org.hifazat.cases.duplicates.Side;
import org.hifazat.cases.matching.Judgement;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A pair for a person to look at.
 *
 * @param weight in bits; the parts sum to it
 */
public record DuplicateView(
    UUID id,
    String zone,
    double chance,
    double weight,
    String state,
    Instant foundAt,
    SideView one,
    SideView other,
    List<Judgement.Part> parts,
    @Nullable List<DuplicateQueue.Decision> decisions,
    @Nullable List<MergeView> merges) {

  /**
   * One side. Out of reach it is number, unit, sex and age band.
   *
   * @param caseId within reach only
   * @param goesOnIn number of the case that this one went into, if it did
   * @param child for who may read the whole case
   */
  public record SideView(
      @Nullable UUID caseId,
      String caseNumber,
      UUID unitId,
      String districtCode,
      boolean withinReach,
      boolean closed,
      String sex,
      String ageBand,
      @Nullable String displayName,
      @Nullable String goesOnIn,
      @Nullable ChildView child) {}

  public record ChildView(
      String givenName,
      @Nullable String fatherName,
      @Nullable String knownAs,
      String nameScript,
      @Nullable LocalDate birthDate,
      int birthYear,
      String ageBasis,
      @Nullable String language,
      @Nullable String address) {}

  /**
   * @param keeps one or other
   * @param taken what the record that goes on takes, or took, from the other
   * @param version for If-Match of the answer
   */
  public record MergeView(
      UUID id,
      String state,
      String keeps,
      List<String> taken,
      UUID proposedBy,
      UUID proposedUnitId,
      Instant proposedAt,
      @Nullable UUID decidedBy,
      @Nullable Instant decidedAt,
      @Nullable UUID undoneBy,
      @Nullable Instant undoneAt,
      @Nullable String undoReason,
      long version) {}

  static DuplicateView of(DuplicateQueue.Line line, LocalDate today) {
    return view(line, null, null, null, null, Map.of(), today);
  }

  static DuplicateView of(DuplicateQueue.Whole whole, LocalDate today) {
    return view(
        whole.line(),
        whole.oneChild(),
        whole.otherChild(),
        whole.decisions(),
        whole.merges().stream().map(merge -> merge(merge, whole.line().one())).toList(),
        whole.goOnIn(),
        today);
  }

  private static DuplicateView view(
      DuplicateQueue.Line line,
      @Nullable ChildParticulars one,
      @Nullable ChildParticulars other,
      @Nullable List<DuplicateQueue.Decision> decisions,
      @Nullable List<MergeView> merges,
      Map<UUID, String> goOnIn,
      LocalDate today) {
    return new DuplicateView(
        line.pair().id(),
        line.pair().zone(),
        line.pair().chance(),
        line.pair().weight(),
        line.pair().state(),
        line.pair().foundAt(),
        side(line.one(), line.toOne(), line.names().get(line.one().caseId()), one, goOnIn, today),
        side(
            line.other(),
            line.toOther(),
            line.names().get(line.other().caseId()),
            other,
            goOnIn,
            today),
        line.parts(),
        decisions,
        merges);
  }

  private static SideView side(
      Side side,
      Relation relation,
      @Nullable String name,
      @Nullable ChildParticulars child,
      Map<UUID, String> goOnIn,
      LocalDate today) {
    boolean within = relation == Relation.OWN || relation == Relation.SAME_UNIT;
    return new SideView(
        within ? side.caseId() : null,
        side.number(),
        side.unitId(),
        side.districtCode(),
        within,
        side.state().equals(CaseState.CLOSED.label()),
        side.sex(),
        AgeBand.of(side.birthYear(), today).label(),
        name,
        goOnIn.get(side.caseId()),
        child == null ? null : child(child));
  }

  private static ChildView child(ChildParticulars child) {
    return new ChildView(
        child.givenName(),
        child.fatherName(),
        child.knownAs(),
        child.nameScript(),
        child.age().birthDate(),
        child.age().birthYear(),
        child.age().basis(),
        child.language(),
        child.address());
  }

  private static MergeView merge(ChildMerge merge, Side one) {
    return new MergeView(
        merge.id(),
        merge.state(),
        merge.survivingCase().equals(one.caseId()) ? "one" : "other",
        merge.taken(),
        merge.proposedBy(),
        merge.proposedUnit(),
        merge.proposedAt(),
        merge.decidedBy().orElse(null),
        merge.decidedAt().orElse(null),
        merge.undoneBy().orElse(null),
        merge.undoneAt().orElse(null),
        merge.undoReason().orElse(null),
        merge.version());
  }
}
