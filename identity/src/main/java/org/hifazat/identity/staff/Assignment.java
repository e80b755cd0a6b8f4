package org.hifazat.identity.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a member of staff is, where, and under whom. */
public record Assignment(List<String> roles, Optional<UUID> unitId, Optional<UUID> supervisorId) {}
