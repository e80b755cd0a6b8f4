package org.hifazat.cases.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something that was agreed on.
 *
 * @param kind staff, child, caregiver, agency or other
 * @param staffId for staff
 * @param agencyId for an agency of the directory
 * @param name for an agency or person the directory does not know
 */
public record Actor(
    String kind, @Nullable UUID staffId, @Nullable UUID agencyId, @Nullable String name) {

  /** Whether what is given fits the kind and nothing else is given. */
  @JsonIgnore
  boolean isClear() {
    boolean named = name != null && !name.isBlank();
    return switch (kind) {
      case "staff" -> staffId != null && agencyId == null && !named;
      case "agency" -> staffId == null && (agencyId != null || named);
      case "other" -> staffId == null && agencyId == null && named;
      default -> staffId == null && agencyId == null && !named;
    };
  }

  Optional<UUID> staff() {
    return Optional.ofNullable(staffId);
  }
}
