package org.hifazat.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail before it is stored: codes and ids, never a personal value. */
record AuditEntry(
    Instant at,
    String actor,
    List<String> actorRoles,
    String operation,
    Outcome outcome,
    String subjectType,
    String subjectId,
    List<String> codes,
    @Nullable String traceId) {

  /** What became of the act. */
  enum Outcome {
    PERFORMED("performed"),
    READ("read"),
    REFUSED("refused");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

  AuditEntry {
    require(operation);
    require(subjectType);
    require(subjectId);
    codes.forEach(AuditEntry::require);
  }

  /** Free text could carry a name into a table that is never erased. */
  private static void require(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("The audit trail takes codes and ids only");
    }
  }
}
