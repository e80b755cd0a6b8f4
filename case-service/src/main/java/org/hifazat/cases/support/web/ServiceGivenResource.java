package org.hifazat.cases.support.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.support.RecordServiceGiven;
import org.hifazat.cases.support.ServicesGiven;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** One service as it was recorded; it is never changed, only struck out. */
@Path("/v1/services-given/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ServiceGivenResource {
  private final RecordServiceGiven recording;

  ServiceGivenResource(RecordServiceGiven recording) {
    this.recording = recording;
  }

  @POST
  @Path("/strike-out")
  @Performs("RECORD_SERVICE_GIVEN")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ServiceGivenView.class)))
  public Response strike(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    ServicesGiven.Whole whole = recording.strike(id, Preconditions.expected(ifMatch));
    return Response.ok(ServiceGivenView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.service().version()))
        .build();
  }
}
