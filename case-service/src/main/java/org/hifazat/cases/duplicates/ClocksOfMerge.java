package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.task.StoppedTasks;
import org.hifazat.cases.task.Task;

/** The merged case's open tasks rest while it is part of another, and run again afterwards. */
@ApplicationScoped
class ClocksOfMerge {
  private final Session entities;
  private final StoppedTasks tasks;

  ClocksOfMerge(Session entities, StoppedTasks tasks) {
    this.entities = entities;
    this.tasks = tasks;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void rested(UUID merge, Instant at) {
    tasks.stopped(of(merge), at);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void runAgain(UUID merge) {
    tasks.runAgain(of(merge));
  }

  private List<Task> of(UUID merge) {
    List<Task> found =
        entities
            .createNativeQuery("select * from clocks_of_merge(:merge)", Task.class)
            .setParameter("merge", merge)
            .getResultList();
    found.forEach(entities::detach);
    return found;
  }
}
