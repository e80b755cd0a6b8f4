package org.hifazat.assessment.due.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.due.DuePolicies;
import org.hifazat.assessment.due.DuePolicy;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Which assessments are due when, as the Commission decided. */
@Path("/v1/due-policies")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class DuePolicyResource {

  private final DuePolicies policies;

  DuePolicyResource(DuePolicies policies) {
    this.policies = policies;
  }

  /** Every policy there is, was or is to come. */
  @GET
  @Performs("LIST_DUE_POLICIES")
  public Page<DuePolicy> listDuePolicies() {
    return Page.all(policies.all());
  }

  /** Asks for an assessment from a day on, in place of the policy that asked the same before. */
  @POST
  @Performs("SET_DUE_POLICY")
  @APIResponse(
      responseCode = "201",
      description = "Set; what is due already stays as it was.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DuePolicy.class)))
  public Response setDuePolicy(
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid SetDuePolicyRequest request) {
    Created created = policies.set(request.command(), idempotencyKey);
    return created.response(1, policies.one(created.id()));
  }

  /** From a day on it asks for nothing. */
  @POST
  @Path("/{id}/end")
  @Performs("END_DUE_POLICY")
  public DuePolicy endDuePolicy(
      @PathParam("id") UUID id, @NotNull @Valid EndDuePolicyRequest request) {
    policies.end(id, Objects.requireNonNull(request.validTo()));
    return policies.one(id);
  }
}
