package org.hifazat.referral.interop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** States of other systems beside those of a referral: data, so that a system can be added. */
@ApplicationScoped
public class StatusMaps {
  static final String TASK_STATUS = "http://hl7.org/fhir/task-status";

  private final Session session;

  StatusMaps(Session session) {
    this.session = session;
  }

  /** Both ways: what a state of ours is there, and what one of theirs is here. */
  @Transactional
  public Optional<Fhir.ConceptMap> of(String system) {
    List<Fhir.Element> outward = elements(system, "outward");
    if (outward.isEmpty()) {
      return Optional.empty();
    }
    String theirs = "urn:%s:referral-status".formatted(system);
    return Optional.of(
        new Fhir.ConceptMap(
            "ConceptMap",
            system,
            "urn:hifazat:status-map:" + system,
            "active",
            List.of(
                new Fhir.Group(TASK_STATUS, theirs, outward),
                new Fhir.Group(theirs, TASK_STATUS, elements(system, "inward")))));
  }

  private List<Fhir.Element> elements(String system, String direction) {
    return session
        .createNativeQuery(
            """
            select code, target, equivalence from status_map
             where system = :system and direction = :direction order by sort""",
            Object[].class)
        .setParameter("system", system)
        .setParameter("direction", direction)
        .getResultList()
        .stream()
        .map(
            row ->
                new Fhir.Element(
                    (String) row[0], List.of(new Fhir.Target((String) row[1], (String) row[2]))))
        .toList();
  }
}
