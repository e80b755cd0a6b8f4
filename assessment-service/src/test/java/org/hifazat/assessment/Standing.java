package org.hifazat.assessment;

import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Cases, each with an assessment, that stand to a persona as a relation says. */
final class Standing {

  /** Who works on a case, and the supervisor of its unit. */
  static final Map<String, Set<Relation>> OF_THE_CASE =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "psychologist", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private static final Map<String, Subject> KNOWN = new ConcurrentHashMap<>();

  /** A case and an assessment of it. */
  record Subject(UUID caseId, String assessmentId) {}

  private Standing() {}

  /** Always the same one, for what changes nothing in it. */
  static Subject one(Persona persona, Relation relation) {
    return KNOWN.computeIfAbsent(persona.name() + relation, key -> fresh(persona, relation));
  }

  /** Assessed by Mardan's worker, then handed to whom the relation says. */
  static Subject fresh(Persona persona, Relation relation) {
    UUID caseId =
        Backstage.openCase(
            Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow(),
            UUID.fromString(Persona.MARDAN));
    String assessment =
        Requests.conduct(Persona.OTHER_UNIT_SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).path("id");
    hand(caseId, persona, relation);
    return new Subject(caseId, assessment);
  }

  /** From now on the case stands to the persona as the relation says. */
  static void hand(UUID caseId, Persona persona, Relation relation) {
    UUID someone = UUID.randomUUID();
    UUID unit = persona.unitId().orElse(UUID.fromString(Persona.PESHAWAR));
    switch (relation) {
      case OWN -> Backstage.hand(caseId, persona.staffId().orElse(someone), unit);
      case SAME_UNIT -> Backstage.hand(caseId, someone, unit);
      case NONE, REFERRED_IN, OTHER_UNIT, SEALED ->
          Backstage.hand(caseId, someone, UUID.randomUUID());
    }
  }
}
