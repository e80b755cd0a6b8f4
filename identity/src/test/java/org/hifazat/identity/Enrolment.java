package org.hifazat.identity;

import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** Bodies of enrolments. */
final class Enrolment {
  private Enrolment() {}

  static String username() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }

  static String socialWorkerOfPeshawar(String username) {
    return """
        {"username":"%s","givenName":"Palwasha","familyName":"Tordherzai","email":"p@example.org",
         "roles":["social-worker"],"unitId":"%s","supervisorId":"%s"}
        """
        .formatted(username, Persona.PESHAWAR, Persona.SUPERVISOR.staffId().orElseThrow());
  }
}
