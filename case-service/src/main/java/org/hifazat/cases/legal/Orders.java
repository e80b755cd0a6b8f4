package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.EpisodeBegun;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.OrderChanged;
import org.hifazat.cases.event.OrderMade;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Records orders; the last day of one is a task, so that nobody is kept longer or let go early. */
@ApplicationScoped
public class Orders {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_LEGAL;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final LegalFile legal;
  private final LegalDesk standing;
  private final Deeds deeds;
  private final Event<OrderEnded> ended;

  Orders(
      CaseDesk desk,
      Recorder recorder,
      CaseClocks clocks,
      SealedWords words,
      LegalFile legal,
      LegalDesk standing,
      Deeds deeds,
      Event<OrderEnded> ended) {
    this.desk = desk;
    this.recorder = recorder;
    this.clocks = clocks;
    this.words = words;
    this.legal = legal;
    this.standing = standing;
    this.deeds = deeds;
    this.ended = ended;
  }

  /**
   * @param kind a code of list legal-order
   * @param section null for the section of the 2010 Act such an order is usually made under
   * @param madeBy a code of list order-maker
   * @param endsOn last day; a period of protective care has one
   */
  public record Command(
      UUID caseId,
      @Nullable UUID matterId,
      String kind,
      @Nullable String section,
      String madeBy,
      Instant madeAt,
      LocalDate beginsOn,
      @Nullable LocalDate endsOn,
      OrderWords words) {}

  /** What was recorded, or recorded before by the same request. */
  public record Recorded(Created created, LegalFile.Order order) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, code-unknown, matter-unknown,
   *     period-end-needed, period-ends-before-it-begins, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            "RECORD_ORDER",
            command,
            "/v1/orders/",
            entry -> make(file, command, entry));
    return new Recorded(created, legal.open(file, recorder.find(LegalOrder.class, created.id())));
  }

  private UUID make(CaseFile file, Command command, Recorder.Entry entry) {
    recorder.requirePast(command.madeAt());
    recorder.requireCodes(
        entry.at(),
        CodeLists.Use.of("legal-order", command.kind()),
        CodeLists.Use.of("order-maker", command.madeBy()));
    legal.requireMatter(file, command.matterId());
    LocalDate endsOn = command.endsOn();
    if (endsOn == null && command.kind().equals(LegalOrder.PROTECTIVE_CARE)) {
      throw new ProblemException(CaseProblem.PERIOD_END_NEEDED);
    }
    if (endsOn != null && endsOn.isBefore(command.beginsOn())) {
      throw new ProblemException(CaseProblem.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }
    LegalOrder order =
        LegalOrder.made(
            entry,
            command,
            command.section() == null ? legal.sectionOf(command.kind()) : command.section(),
            words.sealDocument(file.childId(), LegalFile.ORDER, entry.id(), command.words()));
    recorder.keep(order);
    startClock(file, order, entry.at());
    deeds.done(
        deed(file, order, "order-made", order.madeAt(), order.kind()),
        OrderMade.TYPE,
        new OrderMade(
            file.id(),
            file.districtCode(),
            file.unitId(),
            order.id(),
            order.kind(),
            order.madeBy(),
            order.beginsOn(),
            endsOn,
            order.madeAt(),
            order.recordedAt()));
    return order.id();
  }

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future, code-unknown,
   *     ended-already
   */
  @Transactional
  public LegalFile.Order end(UUID id, String reason, Instant at, long expectedVersion) {
    LegalOrder order = recorder.find(LegalOrder.class, id);
    CaseFile file =
        standing.toEnd(
            new LegalDesk.Standing(order.caseId(), order.version(), expectedVersion),
            order.madeAt(),
            at,
            CodeLists.Use.of("order-end", reason));
    if (!order.end(reason, at)) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.flush();
    clocks.met(file, clock(order), order.id(), at);
    deeds.done(
        deed(file, order, "order-ended", at, reason), OrderChanged.TYPE, changed(file, order, at));
    ended.fire(new OrderEnded(file, order.id(), at));
    return legal.open(file, order);
  }

  /**
   * The court let it last longer.
   *
   * @throws ProblemException not-found, case-closed, stale, in-the-future, not-longer
   */
  @Transactional
  public LegalFile.Order extend(UUID id, LocalDate endsOn, Instant at, long expectedVersion) {
    LegalOrder order = recorder.find(LegalOrder.class, id);
    CaseFile file =
        standing.toChange(
            new LegalDesk.Standing(order.caseId(), order.version(), expectedVersion), at);
    if (!order.extend(endsOn)) {
      throw new ProblemException(CaseProblem.NOT_LONGER);
    }
    recorder.flush();
    clocks.drop(file, clock(order), order.id());
    startClock(file, order, at);
    deeds.done(
        deed(file, order, "order-extended", at, order.kind()),
        OrderChanged.TYPE,
        changed(file, order, at));
    return legal.open(file, order);
  }

  private static OrderChanged changed(CaseFile file, LegalOrder order, Instant at) {
    return new OrderChanged(
        file.id(),
        file.districtCode(),
        file.unitId(),
        order.id(),
        order.kind(),
        order.madeBy(),
        order.beginsOn(),
        order.endsOn().orElse(null),
        order.endedAt().orElse(null),
        Recorder.precise(at));
  }

  /** Orders stand whether the case was open or not. */
  void whenReopened(@Observes EpisodeBegun again) {
    CaseFile file = again.file();
    legal.standingOrders(file).forEach(order -> startClock(file, order, file.stateSince()));
  }

  /** What was over when it was recorded is a task at once. */
  private void startClock(CaseFile file, LegalOrder order, Instant from) {
    LocalDate endsOn = order.endsOn().orElse(null);
    if (endsOn == null) {
      return;
    }
    Instant begins = order.beginsOn().atStartOfDay(KarachiTime.ZONE).toInstant();
    clocks.agree(
        file,
        file.ownerId().orElse(null),
        clock(order),
        order.id(),
        begins.isBefore(from) ? begins : from,
        CaseClocks.endOf(endsOn));
  }

  private static String clock(LegalOrder order) {
    return order.isProtectiveCare() ? TaskKind.PROTECTIVE_CARE_ENDS : TaskKind.ORDER_ENDS;
  }

  private static Deed deed(CaseFile file, LegalOrder order, String kind, Instant at, String code) {
    return new Deed(
        file, OPERATION, kind, at, "legal-order", order.id(), order.version(), List.of(code));
  }
}
