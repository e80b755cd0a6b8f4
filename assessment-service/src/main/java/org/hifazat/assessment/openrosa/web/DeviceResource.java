package org.hifazat.assessment.openrosa.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.openrosa.Devices;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Devices staff assess with. */
@Path("/v1/devices")
@Authenticated
public class DeviceResource {

  private static final long ONLY_VERSION = 1;

  private final Devices devices;
  private final AssessmentConfig config;

  DeviceResource(Devices devices, AssessmentConfig config) {
    this.devices = devices;
    this.config = config;
  }

  /** The caller's devices; a supervisor's are those of the whole unit. */
  @GET
  @Performs("LIST_DEVICES")
  public Page<DeviceView> listDevices() {
    return Page.all(devices.all().stream().map(device -> DeviceView.of(device, null)).toList());
  }

  /** Enrols a device; the answer shows its token, this once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Performs("ENROL_DEVICE")
  @APIResponse(
      responseCode = "201",
      description = "Enrolled; a repeated request is answered without the token.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeviceView.class)))
  public Response enrolDevice(
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid EnrolDeviceRequest request) {
    Devices.Enrolled enrolled =
        devices.enrol(Objects.requireNonNull(request.label()), idempotencyKey);
    DeviceView.Settings settings =
        enrolled
            .token()
            .map(
                token ->
                    new DeviceView.Settings(
                        config.publicUrl() + "/openrosa", enrolled.device().id().toString(), token))
            .orElse(null);
    Response answer =
        enrolled.created().response(ONLY_VERSION, DeviceView.of(enrolled.device(), settings));
    return Response.fromResponse(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Takes a device away: lost, sold, broken. */
  @POST
  @Path("/{id}/revocation")
  @Consumes(MediaType.WILDCARD)
  @Performs("REVOKE_DEVICE")
  public DeviceView revokeDevice(@PathParam("id") UUID id) {
    return DeviceView.of(devices.revoke(id), null);
  }
}
