package org.hifazat.cases;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Who may do what, as the features' matrices say it, and cases that stand to a persona so. */
public final class Standing {
  public static final Map<String, Set<Relation>> UNIT_STAFF =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE));

  public static final Map<String, Set<Relation>> CASE_STAFF =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "psychologist", Set.of(NONE));

  public static final Map<String, Set<Relation>> OWN_CASES =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "psychologist", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  public static final Map<String, Set<Relation>> SUPERVISORS_CASES =
      Map.of("supervisor", Set.of(OWN, SAME_UNIT));

  private record Seat(Persona persona, Relation relation) {}

  private static final Map<Seat, String> CASES = new ConcurrentHashMap<>();

  private static final Map<String, String> OUT_OF_REACH = new ConcurrentHashMap<>();

  private Standing() {}

  /**
   * The same case for the same persona and relation, so that a matrix of many operations is quick.
   */
  public static String oneCase(Persona persona, Relation relation) {
    return record(
        "case",
        relation,
        () ->
            CASES.computeIfAbsent(
                new Seat(persona, relation), seat -> freshCase(seat.persona(), seat.relation())));
  }

  /**
   * A record made for one attempt where it may succeed. Who stands further away is refused whatever
   * its state: one record of a kind, of a unit nobody is of, serves all of them.
   */
  public static String record(String kind, Relation relation, Supplier<String> made) {
    if (relation == OWN || relation == SAME_UNIT) {
      return made.get();
    }
    String known = OUT_OF_REACH.get(kind);
    if (known == null) {
      known = made.get();
      OUT_OF_REACH.put(kind, known);
    }
    return known;
  }

  /** A case that stands to the persona as the relation says, with its first task. */
  public static String freshCase(Persona persona, Relation relation) {
    String id =
        Requests.openCase(
            Persona.SOCIAL_WORKER, "Matrix", "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"");
    UUID owner = relation == OWN ? persona.staffId().orElse(UUID.randomUUID()) : UUID.randomUUID();
    UUID unit =
        relation == OWN || relation == SAME_UNIT
            ? persona.unitId().orElse(UUID.randomUUID())
            : UUID.randomUUID();
    Backstage.execute(
        "update case_file set owner_id = ?, unit_id = ? where id = ?::uuid", owner, unit, id);
    Backstage.execute(
        "update task set owner_id = ?, unit_id = ? where case_id = ?::uuid", owner, unit, id);
    return id;
  }
}
