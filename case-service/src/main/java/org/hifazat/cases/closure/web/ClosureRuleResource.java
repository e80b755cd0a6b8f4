package org.hifazat.cases.closure.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.closure.KeepClosureRules;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Years;
import org.jspecify.annotations.Nullable;

/** What each reason for closing asks for, from a day on; the same request again changes nothing. */
@Path("/v1/closure-rules")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClosureRuleResource {
  private final KeepClosureRules rules;

  ClosureRuleResource(KeepClosureRules rules) {
    this.rules = rules;
  }

  /**
   * @param maxRisk highest level of risk with which a case may end; any when left out
   * @param minAge 18, or any age when left out
   * @param source who laid it down, and where that can be read
   */
  public record ClosureRuleRequest(
      @NotNull Boolean underReviewOnly,
      @Nullable @Pattern(regexp = "none|low|medium") String maxRisk,
      @Nullable @Min(18) @Max(18) Integer minAge,
      @NotNull @Min(0) @Max(20) Integer minAttempts,
      @NotNull @Min(0) @Max(730) Integer minAttemptDays,
      @NotNull Boolean reviewRequired,
      @NotNull Boolean goalsReached,
      @NotNull Boolean postClosureCheck,
      @NotBlank @Size(max = 200) String source) {}

  public record ClosureRuleHistory(
      List<KeepClosureRules.Kept> items, List<KeepClosureRules.Floor> floors) {}

  @GET
  @Performs("READ_CASE_POLICIES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClosureRuleHistory.class)))
  public Response history() {
    KeepClosureRules.History history = rules.history();
    return Response.ok(new ClosureRuleHistory(history.items(), history.floors()))
        .header(HttpHeaders.ETAG, ETags.of(history.version()))
        .build();
  }

  @PUT
  @Path("/{reason}/{from}")
  @Performs("KEEP_CASE_POLICIES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClosureRuleHistory.class)))
  public Response keep(
      @PathParam("reason") String reason,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ClosureRuleRequest request) {
    rules.keep(
        new KeepClosureRules.Kept(
            reason,
            new KeepClosureRules.Asked(
                request.underReviewOnly(),
                request.maxRisk(),
                request.minAge(),
                request.minAttempts(),
                request.minAttemptDays(),
                request.reviewRequired(),
                request.goalsReached(),
                request.postClosureCheck()),
            Years.day(from, "/validFrom"),
            null,
            request.source()),
        ifMatch);
    return history();
  }
}
