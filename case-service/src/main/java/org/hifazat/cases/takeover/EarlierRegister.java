package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.closure.EndCase;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;
import org.hifazat.cases.people.PersonFacts;
import org.hifazat.cases.people.PersonRole;
import org.hifazat.cases.people.RecordPerson;
import org.hifazat.cases.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What a register said of a case beyond the child. Its people come along and a case that was closed
 * there is closed here; its level of risk and its consent are kept as history and warned of until
 * both are had anew, since nobody here knows what they rest on.
 */
@ApplicationScoped
class EarlierRegister implements CaseWarnings {
  private final Session entities;
  private final RecordPerson people;
  private final EndCase ending;
  private final Timeline timeline;

  EarlierRegister(Session entities, RecordPerson people, EndCase ending, Timeline timeline) {
    this.entities = entities;
    this.people = people;
    this.ending = ending;
    this.timeline = timeline;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void comesAlong(CaseFile file, RegisterEntry entry, Instant now) {
    RegisterEntry.History history = entry.history();
    for (PersonFacts person : persons(entry.around(), entry.child().fatherName())) {
      people.ofRegister(file, person, now);
    }
    entities
        .createNativeMutationQuery(
            """
            insert into imported_case (case_id, state, risk_level, risk_on, consent, consent_on, imported_at)
            values (?1, ?2, ?3, cast(?4 as date), ?5, cast(?6 as date), ?7)""")
        .setParameter(1, file.id())
        .setParameter(2, history.state())
        .setParameter(3, history.riskLevel())
        .setParameter(4, history.riskOn() == null ? null : history.riskOn().toString())
        .setParameter(5, history.consent())
        .setParameter(6, history.consentOn() == null ? null : history.consentOn().toString())
        .setParameter(7, now)
        .executeUpdate();
    List<String> told = new ArrayList<>(List.of(history.state()));
    if (history.riskLevel() != null) {
      told.add(history.riskLevel());
    }
    timeline.happened(file.id(), "case-imported", now, null, told.toArray(String[]::new));
    if (history.closedOn() != null && history.closureReason() != null) {
      ending.keptElsewhere(
          file,
          history.closureReason(),
          history.closedOn().atStartOfDay(KarachiTime.ZONE).toInstant());
    }
  }

  private static List<PersonFacts> persons(RegisterEntry.Around around, @Nullable String father) {
    List<PersonFacts> all = new ArrayList<>();
    String relation = around.relation();
    boolean mothers = "mother".equals(relation);
    if (around.mother() != null) {
      all.add(person("mother", around.mother(), mothers ? around.phone() : null, mothers));
    }
    if (around.caregiver() != null) {
      all.add(
          person(relation == null ? "other" : relation, around.caregiver(), around.phone(), true));
    } else if ("father".equals(relation) && father != null) {
      all.add(person("father", father, around.phone(), true));
    }
    return all;
  }

  private static PersonFacts person(
      String relation, String name, @Nullable String phone, boolean caregiver) {
    return new PersonFacts(
        relation,
        caregiver ? List.of(PersonRole.CAREGIVER) : List.of(),
        name,
        phone,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public List<Warning> of(CaseFile file) {
    if (file.isClosed()) {
      return List.of();
    }
    List<Warning> warnings = new ArrayList<>();
    entities
        .createNativeQuery(
            """
            select i.risk_level, i.consent,
                   exists (select 1 from consent c where c.case_id = i.case_id and c.purpose = 'case-management')
              from imported_case i where i.case_id = :case""",
            Object[].class)
        .setParameter("case", file.id())
        .getResultStream()
        .forEach(
            row -> {
              if (row[0] != null && file.riskLevel().isEmpty() && !row[0].equals("none")) {
                warnings.add(new Warning("imported-risk-" + row[0], row[0].equals("high"), null));
              }
              if (row[1] != null && !(Boolean) row[2]) {
                warnings.add(
                    new Warning("imported-consent-" + row[1], row[1].equals("refused"), null));
              }
            });
    return warnings;
  }
}
