package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/**
 * Casework goes on with consent to it: the last word on case management is given and has not
 * expired (Inter-Agency Guidelines for Case Management and Child Protection, 2014, consent).
 */
@ApplicationScoped
class ConsentGate implements Gate {
  private final Session entities;
  private final Clock clock;

  ConsentGate(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.ASSESS, Step.PLAN, Step.IMPLEMENT);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    boolean given =
        entities
            .createQuery(
                "from Consent where caseId = :case and purpose = 'case-management'"
                    + " order by happenedAt desc, recordedAt desc",
                Consent.class)
            .setParameter("case", file.id())
            .setMaxResults(1)
            .getResultStream()
            .anyMatch(this::holds);
    return given ? List.of() : List.of(Blocker.firm("consent-needed"));
  }

  private boolean holds(Consent last) {
    var expiry = last.expiresOn();
    return last.decision().equals("given")
        && (expiry == null || !expiry.isBefore(KarachiTime.day(clock.instant())));
  }
}
