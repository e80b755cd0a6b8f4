package org.hifazat.referral.code.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.code.CodeMaps;
import org.hifazat.referral.code.web.CodeMapResource.CodeMapRequest;
import org.hifazat.referral.code.web.CodeMapResource.CodeMapView;
import org.hifazat.referral.code.web.CodeMapResource.CodeTestRequest;
import org.hifazat.referral.code.web.CodeMapResource.CodeTestView;
import org.jspecify.annotations.Nullable;

/** The same, kept for an agency by whoever keeps agencies. */
@Path("/v1/agencies/{agencyId}/code-maps")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgencyCodeMapResource {
  private final CodeMaps maps;

  AgencyCodeMapResource(CodeMaps maps) {
    this.maps = maps;
  }

  @GET
  @Path("/{list}")
  @Performs("KEEP_CODE_MAPS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeMapView.class)))
  public Response codeMap(
      @PathParam("agencyId") UUID agencyId,
      @PathParam("list") @Pattern(regexp = CodeMapResource.LISTS) String list) {
    return CodeMapResource.answer(maps.of(agencyId, list));
  }

  @PUT
  @Path("/{list}")
  @Performs("KEEP_CODE_MAPS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeMapView.class)))
  public Response keepCodeMap(
      @PathParam("agencyId") UUID agencyId,
      @PathParam("list") @Pattern(regexp = CodeMapResource.LISTS) String list,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CodeMapRequest request) {
    return CodeMapResource.answer(
        maps.keep(agencyId, list, request.entries(), Preconditions.expected(ifMatch)));
  }

  @POST
  @Path("/test")
  @Performs("KEEP_CODE_MAPS")
  public CodeTestView testCodes(
      @PathParam("agencyId") UUID agencyId, @NotNull @Valid CodeTestRequest request) {
    return CodeTestView.of(maps.test(agencyId, request.list(), request.codes()));
  }
}
