package org.hifazat.cases.deadline.web;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.deadline.DeadlinePolicies;
import org.hifazat.cases.deadline.DeadlinePolicy;
import org.hifazat.cases.deadline.TimeKind;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** How long each step may take. */
@Path("/v1/deadline-policies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeadlinePolicyResource {
  private final DeadlinePolicies policies;

  DeadlinePolicyResource(DeadlinePolicies policies) {
    this.policies = policies;
  }

  /** A deadline from a day on. */
  public record DeadlinePolicyRequest(
      @NotBlank @Size(max = 64) String taskKind,
      @Nullable @Pattern(regexp = "high|medium|low") String riskLevel,
      @Min(1) @Max(8784) int hours,
      @NotNull @Pattern(regexp = "calendar|working-days") String timeKind,
      @Min(1) @Max(99) int remindPercent,
      @Min(101) @Max(1000) int commissionPercent,
      @NotNull LocalDate validFrom,
      @NotBlank @Size(max = 500) String source) {}

  @GET
  @Performs("LIST_DEADLINE_POLICIES")
  public Page<DeadlinePolicy> all() {
    return Page.all(policies.all());
  }

  @POST
  @Performs("SET_DEADLINE_POLICY")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DeadlinePolicy.class)))
  public Response set(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid DeadlinePolicyRequest request) {
    DeadlinePolicy policy =
        policies.set(
            new DeadlinePolicies.Command(
                request.taskKind(),
                request.riskLevel(),
                request.hours(),
                TimeKind.of(request.timeKind()),
                request.remindPercent(),
                request.commissionPercent(),
                request.validFrom(),
                request.source()),
            key);
    return Created.now(policy.id(), URI.create("/v1/deadline-policies/" + policy.id()))
        .response(0, policy);
  }
}
