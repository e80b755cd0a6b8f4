package org.hifazat.cases.takeover;

import java.util.UUID;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Requests;
import org.hifazat.platform.testing.Persona;

/** Rows of invented registers. */
final class Registers {
  private Registers() {}

  /** Letters only, so that no two rows of any run sound alike. */
  static String name() {
    StringBuilder name = new StringBuilder("Z");
    UUID.randomUUID()
        .toString()
        .replace("-", "")
        .chars()
        .limit(14)
        .forEach(
            one ->
                name.append("bdfgjklmnprstvwz".charAt(Character.digit(one, 16)))
                    .append("aiou".charAt(one % 4)));
    return name.toString();
  }

  static String row(String source, String name, String more) {
    return source + "," + name + "," + name() + ",female,,9,peshawar," + more + "\n";
  }

  static String whole(String source, String history) {
    return row(source, name(), ",2025-03-04,").replace("\n", "," + history + "\n");
  }

  /** A case of a girl of nine. */
  static String known(String name) {
    String caseId =
        Requests.openCase(
            Persona.SOCIAL_WORKER, name, "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"");
    Backstage.execute(
        "update child set sex = 'female' where id = (select child_id from case_file where id = ?::uuid)",
        caseId);
    return caseId;
  }
}
