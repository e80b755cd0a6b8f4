package org.hifazat.cases.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.safety.PlanMade;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;

/** Alarms that no safety plan has answered yet. */
@ApplicationScoped
class CaseAlarms {
  private final Session entities;
  private final OpenTasks tasks;

  CaseAlarms(Session entities, OpenTasks tasks) {
    this.entities = entities;
    this.tasks = tasks;
  }

  /** Those of this episode: what an earlier one left was answered by closing it. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<CaseAlarm> unanswered(CaseFile file) {
    return entities
        .createQuery(
            "from CaseAlarm where caseId = :case and answeredAt is null and raisedAt >= :since"
                + " order by imminent desc, raisedAt, id",
            CaseAlarm.class)
        .setParameter("case", file.id())
        .setParameter("since", file.episodeOpenedAt())
        .getResultList();
  }

  /** A plan answers what was raised before it was agreed on. */
  void when(@Observes PlanMade made) {
    List<CaseAlarm> answered =
        entities
            .createQuery(
                "from CaseAlarm where caseId = :case and answeredAt is null and raisedAt <= :at",
                CaseAlarm.class)
            .setParameter("case", made.file().id())
            .setParameter("at", made.at())
            .getResultList();
    answered.forEach(alarm -> alarm.answer(made.at()));
    entities.flush();
    answered.forEach(
        alarm -> tasks.met(made.file().id(), TaskKind.ALARM_RESPONSE, alarm.id(), made.at()));
  }
}
