package org.hifazat.identity.staff;

import java.util.Optional;
import java.util.UUID;

/** Which members of staff are invented for demonstrations. */
public interface DemoPasswords {
  /** The password a demo account is made with; empty for everybody real. */
  Optional<String> of(UUID staffId);
}
