package org.hifazat.referral.packet.web;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Years;
import org.hifazat.referral.packet.KeepPolicies;
import org.hifazat.referral.packet.Release;
import org.jspecify.annotations.Nullable;

/**
 * What the Commission lays down for packets, referrals and the directory, from a day on; the same
 * request again changes nothing.
 */
@Path("/v1/packet-policies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PacketPolicyResource {
  private final KeepPolicies policies;

  PacketPolicyResource(KeepPolicies policies) {
    this.policies = policies;
  }

  /**
   * @param source who laid it down, and where that can be read
   */
  public record RuleRequest(
      @NotBlank @Pattern(regexp = "included|offered|with-reason|on-order|never") String release,
      @NotBlank @Size(max = 200) String source) {}

  public record TermRequest(
      @NotNull @Min(0) @Max(3650) Integer days, @NotBlank @Size(max = 200) String source) {}

  public record UnansweredRequest(
      @NotNull @Min(1) @Max(8760) Integer hours, @NotBlank @Size(max = 200) String source) {}

  /**
   * @param respondHours until it is answered
   * @param completeHours until it is carried out, both from when it is made
   */
  public record DeadlineRequest(
      @NotNull @Min(1) @Max(8760) Integer respondHours,
      @NotNull @Min(1) @Max(8760) Integer completeHours,
      @NotBlank @Size(max = 200) String source) {}

  public record AssuranceRequest(
      @NotNull @Min(1) @Max(3650) Integer days, @NotBlank @Size(max = 200) String source) {}

  @GET
  @Performs("READ_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeepPolicies.History.class)))
  public Response history() {
    return told();
  }

  /**
   * @param category a kind of service, or any
   */
  @PUT
  @Path("/rules/{category}/{kind}/{from}")
  @Performs("KEEP_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeepPolicies.History.class)))
  public Response rule(
      @PathParam("category") String category,
      @PathParam("kind") String kind,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid RuleRequest request) {
    policies.rule(
        category, kind, Release.of(request.release()), laid(from, request.source(), ifMatch));
    return told();
  }

  @PUT
  @Path("/terms/{status}/{from}")
  @Performs("KEEP_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeepPolicies.History.class)))
  public Response term(
      @PathParam("status") String status,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TermRequest request) {
    policies.term(status, request.days(), laid(from, request.source(), ifMatch));
    return told();
  }

  @PUT
  @Path("/unanswered/{priority}/{from}")
  @Performs("KEEP_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeepPolicies.History.class)))
  public Response unanswered(
      @PathParam("priority") String priority,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid UnansweredRequest request) {
    policies.unanswered(priority, request.hours(), laid(from, request.source(), ifMatch));
    return told();
  }

  /** For referrals made from that day on; those made before keep theirs. */
  @PUT
  @Path("/deadlines/{priority}/{from}")
  @Performs("KEEP_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeepPolicies.History.class)))
  public Response deadline(
      @PathParam("priority") String priority,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid DeadlineRequest request) {
    policies.deadline(
        priority,
        request.respondHours(),
        request.completeHours(),
        laid(from, request.source(), ifMatch));
    return told();
  }

  /** How long an entry of the directory counts as assured. */
  @PUT
  @Path("/assurance/{from}")
  @Performs("KEEP_PACKET_RULES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeepPolicies.History.class)))
  public Response assurance(
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid AssuranceRequest request) {
    policies.assurance(request.days(), laid(from, request.source(), ifMatch));
    return told();
  }

  private static KeepPolicies.Laid laid(String from, String source, @Nullable String ifMatch) {
    return new KeepPolicies.Laid(Years.day(from, "/validFrom"), source, ifMatch);
  }

  private Response told() {
    return Response.ok(policies.history())
        .header(HttpHeaders.ETAG, ETags.of(policies.version()))
        .build();
  }
}
