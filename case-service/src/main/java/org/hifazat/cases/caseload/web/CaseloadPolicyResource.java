package org.hifazat.cases.caseload.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.caseload.KeepCaseloads;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Years;
import org.jspecify.annotations.Nullable;

/**
 * How many open cases one worker may have, from a day on; the same request again changes nothing.
 */
@Path("/v1/caseload-policies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseloadPolicyResource {
  private final KeepCaseloads caseloads;

  CaseloadPolicyResource(KeepCaseloads caseloads) {
    this.caseloads = caseloads;
  }

  /**
   * @param source who laid it down, and where that can be read
   */
  public record CaseloadPolicyRequest(
      @NotNull @Min(1) @Max(200) Integer warnAt,
      @NotNull @Min(1) @Max(200) Integer reasonAt,
      @NotNull @Min(1) @Max(200) Integer approvalAt,
      @NotNull @DecimalMin("0.1") @DecimalMax("10") @Digits(integer = 2, fraction = 1)
          BigDecimal weightHigh,
      @NotNull @DecimalMin("0.1") @DecimalMax("10") @Digits(integer = 2, fraction = 1)
          BigDecimal weightMedium,
      @NotNull @DecimalMin("0.1") @DecimalMax("10") @Digits(integer = 2, fraction = 1)
          BigDecimal weightLow,
      @NotBlank @Size(max = 200) String source) {}

  public record CaseloadHistory(List<KeepCaseloads.Limits> items) {}

  @GET
  @Performs("READ_CASE_POLICIES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseloadHistory.class)))
  public Response history() {
    KeepCaseloads.History history = caseloads.history();
    return Response.ok(new CaseloadHistory(history.items()))
        .header(HttpHeaders.ETAG, ETags.of(history.version()))
        .build();
  }

  @PUT
  @Path("/{from}")
  @Performs("KEEP_CASE_POLICIES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseloadHistory.class)))
  public Response keep(
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CaseloadPolicyRequest request) {
    caseloads.keep(
        new KeepCaseloads.Limits(
            request.warnAt(),
            request.reasonAt(),
            request.approvalAt(),
            request.weightHigh(),
            request.weightMedium(),
            request.weightLow(),
            Years.day(from, "/validFrom"),
            null,
            request.source()),
        ifMatch);
    return history();
  }
}
