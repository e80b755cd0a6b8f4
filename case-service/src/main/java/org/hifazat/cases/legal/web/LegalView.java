package org.hifazat.cases.legal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What courts and committees have to do with a case, each newest first.
 *
 * @param next where there are more than are shown here
 */
public record LegalView(
    List<MatterView> matters, List<HearingView> hearings, List<OrderView> orders, NextView next) {

  /**
   * Cursors for the lists of the case; absent for what is shown to its end.
   *
   * @param matters for {@code …/court-matters}
   */
  public record NextView(
      @Nullable String matters, @Nullable String hearings, @Nullable String orders) {}

  static LegalView of(
      Page<MatterView> matters, Page<HearingView> hearings, Page<OrderView> orders) {
    return new LegalView(
        matters.items(),
        hearings.items(),
        orders.items(),
        new NextView(
            matters.next().orElse(null), hearings.next().orElse(null), orders.next().orElse(null)));
  }

  /**
   * A matter before a court.
   *
   * @param targetAt when the court is to have decided
   * @param etag for If-Match
   */
  public record MatterView(
      UUID id,
      String kind,
      String court,
      @Nullable String number,
      @Nullable String note,
      Instant cognizanceAt,
      @Nullable Instant targetAt,
      @Nullable Instant decidedAt,
      @Nullable String outcome,
      UUID recordedBy,
      Instant recordedAt,
      String etag) {

    static MatterView of(LegalFile.Matter whole) {
      var matter = whole.matter();
      return new MatterView(
          matter.id(),
          matter.kind(),
          whole.words().court(),
          whole.words().number(),
          whole.words().note(),
          matter.cognizanceAt(),
          matter.targetAt().orElse(null),
          matter.decidedAt().orElse(null),
          matter.outcome().orElse(null),
          matter.recordedBy(),
          matter.recordedAt(),
          ETags.of(matter.version()));
    }
  }

  /**
   * A date before a court or committee.
   *
   * @param state planned, held, adjourned or cancelled
   * @param note where it is, what to bring
   * @param outcome what came of it
   * @param etag for If-Match
   */
  public record HearingView(
      UUID id,
      @Nullable UUID matterId,
      String purpose,
      String state,
      Instant plannedFor,
      @Nullable Instant happenedAt,
      @Nullable Boolean childAttended,
      @Nullable String note,
      @Nullable String outcome,
      UUID recordedBy,
      Instant recordedAt,
      String etag) {

    static HearingView of(LegalFile.Date whole) {
      var hearing = whole.hearing();
      return new HearingView(
          hearing.id(),
          hearing.matterId().orElse(null),
          hearing.purpose(),
          hearing.state(),
          hearing.plannedFor(),
          hearing.happenedAt().orElse(null),
          hearing.childAttended().orElse(null),
          whole.note(),
          whole.outcome(),
          hearing.recordedBy(),
          hearing.recordedAt(),
          ETags.of(hearing.version()));
    }
  }

  /**
   * An order of a court or committee, in force while it has no endedAt.
   *
   * @param section of the KP Child Protection and Welfare Act 2010, where it is under that Act
   * @param endsOn last day of a period
   * @param etag for If-Match
   */
  public record OrderView(
      UUID id,
      @Nullable UUID matterId,
      String kind,
      @Nullable String section,
      String madeBy,
      String maker,
      @Nullable String number,
      @Nullable String terms,
      Instant madeAt,
      LocalDate beginsOn,
      @Nullable LocalDate endsOn,
      @Nullable Instant endedAt,
      @Nullable String endReason,
      UUID recordedBy,
      Instant recordedAt,
      String etag) {

    static OrderView of(LegalFile.Order whole) {
      var order = whole.order();
      return new OrderView(
          order.id(),
          order.matterId().orElse(null),
          order.kind(),
          order.section().orElse(null),
          order.madeBy(),
          whole.words().maker(),
          whole.words().number(),
          whole.words().terms(),
          order.madeAt(),
          order.beginsOn(),
          order.endsOn().orElse(null),
          order.endedAt().orElse(null),
          order.endReason().orElse(null),
          order.recordedBy(),
          order.recordedAt(),
          ETags.of(order.version()));
    }
  }
}
