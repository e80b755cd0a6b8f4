package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.EpisodeEnded;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.plan.PlanEntersForce;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.persistence.IdSource;

/** Sees to it that there is always a next contact, in time for the risk the child is in. */
@ApplicationScoped
public class NextContact {
  private static final String DEFAULT_KIND = "home-visit";

  private final Session entities;
  private final FollowUps followUps;
  private final CaseClocks clocks;
  private final IdSource ids;
  private final Clock clock;

  NextContact(Session entities, FollowUps followUps, CaseClocks clocks, IdSource ids, Clock clock) {
    this.entities = entities;
    this.followUps = followUps;
    this.clocks = clocks;
    this.ids = ids;
    this.clock = clock;
  }

  /** The child was seen: the next time is by the policy for its risk. */
  @Transactional(Transactional.TxType.MANDATORY)
  void afterSeen(CaseFile file, Instant at) {
    withdraw(file, at);
    ask(file, TaskKind.FOLLOW_UP, at);
  }

  /** The child was not seen: it has to be tried again soon. */
  @Transactional(Transactional.TxType.MANDATORY)
  void afterUnseen(CaseFile file, Instant at) {
    if (asked(file).isEmpty()) {
      ask(file, TaskKind.FOLLOW_UP_AGAIN, at);
    }
  }

  /** Contacts are due from now on, unless they are already. */
  @Transactional(Transactional.TxType.MANDATORY)
  void begin(CaseFile file, Instant at) {
    if (asked(file).isEmpty()) {
      ask(file, TaskKind.FOLLOW_UP, at);
    }
  }

  void whenPlanned(@Observes PlanEntersForce plan) {
    begin(plan.file(), plan.at());
  }

  /** Nobody is visited for a case that has ended; its tasks end with it. */
  void whenEnded(@Observes EpisodeEnded end) {
    followUps.planned(end.file().id()).forEach(FollowUp::cancel);
  }

  /**
   * Whoever is visited is visited in time for the new risk, counted from the finding: what was in
   * time for the old one may be too late.
   */
  void whenRisk(@Observes RiskSet risk) {
    List<FollowUp> planned = followUps.planned(risk.file().id());
    planned.stream()
        .filter(FollowUp::byPolicy)
        .findFirst()
        .ifPresent(one -> cancel(risk.file(), one));
    if (!planned.isEmpty()) {
      ask(risk.file(), TaskKind.FOLLOW_UP, risk.at());
    }
  }

  /** Somebody planned a contact in time: what the policy asked for is taken care of. */
  @Transactional(Transactional.TxType.MANDATORY)
  void planned(CaseFile file, Instant plannedFor) {
    asked(file)
        .filter(one -> !plannedFor.isAfter(one.plannedFor().orElseThrow()))
        .ifPresent(one -> cancel(file, one));
  }

  /** A contact nobody had planned, or another than was asked for, has met the policy's clock. */
  private void withdraw(CaseFile file, Instant metAt) {
    asked(file)
        .ifPresent(
            one -> {
              clocks.met(file, TaskKind.FOLLOW_UP, one.id(), metAt);
              clocks.met(file, TaskKind.FOLLOW_UP_AGAIN, one.id(), metAt);
              one.cancel();
              entities.flush();
            });
  }

  private void cancel(CaseFile file, FollowUp one) {
    one.cancel();
    clocks.drop(file, TaskKind.FOLLOW_UP, one.id());
    clocks.drop(file, TaskKind.FOLLOW_UP_AGAIN, one.id());
    entities.flush();
  }

  private Optional<FollowUp> asked(CaseFile file) {
    return followUps.planned(file.id()).stream().filter(FollowUp::byPolicy).findFirst();
  }

  /**
   * Asks for nothing when somebody has planned a contact in time. One that was to be before and was
   * never held is none: before what is asked from, or before now, where that was dated back.
   */
  private void ask(CaseFile file, String kind, Instant from) {
    Optional<Instant> due = clocks.latest(file, kind, from);
    if (due.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Instant earliest = from.isAfter(now) ? from : now;
    boolean planned =
        followUps.planned(file.id()).stream()
            .map(one -> one.plannedFor().orElseThrow())
            .anyMatch(at -> !at.isBefore(earliest) && !at.isAfter(due.get()));
    if (!planned) {
      FollowUp next = FollowUp.askedFor(ids.next(), file.id(), DEFAULT_KIND, due.get(), now);
      entities.persist(next);
      clocks.start(file, kind, next.id(), from);
    }
  }
}
