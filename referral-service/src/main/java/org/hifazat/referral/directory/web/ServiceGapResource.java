package org.hifazat.referral.directory.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.referral.directory.gap.RecordGap;
import org.hifazat.referral.directory.gap.ServiceGap;
import org.hifazat.referral.directory.gap.ServiceGaps;
import org.jspecify.annotations.Nullable;

/** Services that could not be had. */
@Path("/v1/service-gaps")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceGapResource {
  private static final String LIST = "service-gaps";

  private final RecordGap recording;
  private final ServiceGaps gaps;
  private final Cursors cursors;

  ServiceGapResource(RecordGap recording, ServiceGaps gaps, Cursors cursors) {
    this.recording = recording;
    this.gaps = gaps;
    this.cursors = cursors;
  }

  public record ServiceGapRequest(
      @NotNull @Size(max = 60) String category,
      @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String districtCode,
      @Nullable UUID serviceId,
      @NotNull
          @Pattern(
              regexp =
                  "no-service|no-capacity|not-for-this-child|too-far|cost|not-accessible|refused")
          String reason,
      @NotNull Instant happenedAt) {}

  @POST
  @Performs("RECORD_GAP")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ServiceGap.class)))
  public Response record(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ServiceGapRequest request) {
    Created created =
        recording.handle(
            new RecordGap.Command(
                request.category(),
                request.districtCode(),
                request.serviceId(),
                request.reason(),
                request.happenedAt()),
            key);
    return created.response(0, gaps.one(created.id()));
  }

  @GET
  @Performs("LIST_GAPS")
  public Page<ServiceGap> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<ServiceGap> rows = gaps.newestFirst(cursors.verify(LIST, cursor).orElse(null), size + 1);
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }
}
