package org.hifazat.assessment.openrosa.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.openrosa.Device;
import org.jspecify.annotations.Nullable;

/** A device; its token is shown once, when it is enrolled. */
@Schema(name = "Device")
record DeviceView(
    @Schema(required = true) UUID id,
    @Schema(required = true, description = "Whose it is.") UUID staffId,
    @Schema(required = true) String label,
    @Schema(required = true) Instant enrolledAt,
    @Schema(required = true, description = "Its token opens nothing from then on.")
        Instant expiresAt,
    @Nullable @Schema(description = "To the hour.") Instant lastUsedAt,
    @Nullable Instant revokedAt,
    @Nullable @Schema(description = "Where to point Collect; only in the answer to the enrolment.")
        Settings settings) {

  /** What to type into Collect. */
  @Schema(name = "DeviceSettings")
  record Settings(
      @Schema(required = true) String serverUrl,
      @Schema(required = true) String username,
      @Schema(required = true, description = "The token. It is shown this once.")
          String password) {}

  static DeviceView of(Device device, @Nullable Settings settings) {
    return new DeviceView(
        device.id(),
        device.staffId(),
        device.label(),
        device.enrolledAt(),
        device.expiresAt(),
        device.lastUsedAt().orElse(null),
        device.revokedAt().orElse(null),
        settings);
  }
}
