package org.hifazat.assessment.staff;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code org.hifazat.directory.staff-enrolled.v1}. */
record StaffEnrolled(UUID staffId, @Nullable UUID unitId, List<String> roles, boolean active) {}
