package org.hifazat.monitoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What happens in a district in a month. */
final class MonthOfWork {
  private MonthOfWork() {}

  /** Cases reported, opened, assessed on time and referred to the end. */
  static List<Happened> aMonthOfWork(String district, int cases, Instant at) {
    List<Happened> events = new ArrayList<>();
    Instant later = at.plus(2, ChronoUnit.HOURS);
    for (int i = 0; i < cases; i++) {
      UUID caseId = UUID.randomUUID();
      UUID task = UUID.randomUUID();
      UUID referral = UUID.randomUUID();
      Instant due = at.plus(1, ChronoUnit.DAYS);
      events.add(Happened.report(district, at));
      events.add(Happened.opened(caseId, district, at));
      events.add(Happened.due(task, caseId, district, due));
      events.add(Happened.risk(caseId, district, "medium", 2, later));
      events.add(Happened.risk(caseId, district, "high", 3, later));
      events.add(Happened.done(task, caseId, district, due, later));
      events.add(Happened.requested(referral, caseId, district, at));
      events.add(Happened.moved(referral, caseId, district, "requested", "accepted", later));
      events.add(Happened.moved(referral, caseId, district, "in-progress", "completed", later));
      events.add(Happened.loopClosed(referral, caseId, district, later));
    }
    return events;
  }
}
