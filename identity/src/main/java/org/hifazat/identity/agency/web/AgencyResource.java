package org.hifazat.identity.agency.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.identity.agency.Agencies;
import org.hifazat.identity.agency.Agency;
import org.hifazat.identity.agency.AgencySystem;
import org.hifazat.identity.agency.LimitAgencySystem;
import org.hifazat.identity.agency.RegisterAgency;
import org.hifazat.identity.agency.RegisterAgencySystem;
import org.hifazat.identity.agency.ReplaceSystemKeys;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Partner agencies, and the systems they sign in with. */
@Path("/v1/agencies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgencyResource {
  private static final String LIST = "agencies";

  private final Agencies agencies;
  private final RegisterAgency registering;
  private final RegisterAgencySystem systems;
  private final ReplaceSystemKeys keys;
  private final LimitAgencySystem limits;
  private final Cursors cursors;

  AgencyResource(
      Agencies agencies,
      RegisterAgency registering,
      RegisterAgencySystem systems,
      ReplaceSystemKeys keys,
      LimitAgencySystem limits,
      Cursors cursors) {
    this.agencies = agencies;
    this.registering = registering;
    this.systems = systems;
    this.keys = keys;
    this.limits = limits;
    this.cursors = cursors;
  }

  @GET
  @Performs("LIST_AGENCIES")
  public Page<AgencyView> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<Agency> rows = agencies.page(cursors.verify(LIST, cursor).orElse(null), size + 1);
    Page<Agency> page =
        Page.cut(rows, size, last -> cursors.sign(LIST, last.registeredAt(), last.id()));
    return new Page<>(page.items().stream().map(AgencyView::of).toList(), page.next());
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_AGENCY")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  public Response one(@PathParam("id") UUID id) {
    Agency agency = found(id);
    return Response.ok(AgencyView.of(agency))
        .header(HttpHeaders.ETAG, ETags.of(agency.version()))
        .build();
  }

  @POST
  @Performs("REGISTER_AGENCY")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  public Response register(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid RegisterAgencyRequest request) {
    Created created = registering.handle(request.command(), key);
    Agency agency = found(created.id());
    return created.response(agency.version(), AgencyView.of(agency));
  }

  @GET
  @Path("/{id}/systems")
  @Performs("LIST_AGENCY_SYSTEMS")
  public Page<AgencySystemView> systems(@PathParam("id") UUID id) {
    return Page.all(systemsOf(id).stream().map(AgencySystemView::of).toList());
  }

  @POST
  @Path("/{id}/systems")
  @Performs("REGISTER_AGENCY_SYSTEM")
  @APIResponse(
      responseCode = "201",
      description = "Registered; the client follows within seconds",
      content = @Content(schema = @Schema(implementation = AgencySystemView.class)))
  public Response registerSystem(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid RegisterAgencySystemRequest request) {
    Created created = systems.handle(request.command(id), key);
    AgencySystem system =
        systemsOf(id).stream()
            .filter(one -> one.id().equals(created.id()))
            .findFirst()
            .orElseThrow();
    return created.response(system.version(), AgencySystemView.of(system));
  }

  @GET
  @Path("/{id}/systems/{systemId}")
  @Performs("LIST_AGENCY_SYSTEMS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AgencySystemView.class)))
  public Response system(@PathParam("id") UUID id, @PathParam("systemId") UUID systemId) {
    return answer(
        systemsOf(id).stream()
            .filter(one -> one.id().equals(systemId))
            .findFirst()
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
  }

  /** The whole set in place of the one there was; of several keys each signs in. */
  @PUT
  @Path("/{id}/systems/{systemId}/keys")
  @Performs("REPLACE_AGENCY_SYSTEM_KEYS")
  @APIResponse(
      responseCode = "200",
      description = "Replaced; Keycloak follows within seconds",
      content = @Content(schema = @Schema(implementation = AgencySystemView.class)))
  public Response replaceSystemKeys(
      @PathParam("id") UUID id,
      @PathParam("systemId") UUID systemId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SystemKeysRequest request) {
    return answer(
        keys.handle(
            new ReplaceSystemKeys.Command(
                id, systemId, Preconditions.expected(ifMatch), request.jwks())));
  }

  /** All limits in place of those there were; tokens it has already are good for five minutes. */
  @PUT
  @Path("/{id}/systems/{systemId}/limits")
  @Performs("LIMIT_AGENCY_SYSTEM")
  @APIResponse(
      responseCode = "200",
      description = "Limited; Keycloak follows within seconds",
      content = @Content(schema = @Schema(implementation = AgencySystemView.class)))
  public Response limitSystem(
      @PathParam("id") UUID id,
      @PathParam("systemId") UUID systemId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SystemLimitsView request) {
    return answer(
        limits.handle(
            new LimitAgencySystem.Command(
                id, systemId, Preconditions.expected(ifMatch), request.limits())));
  }

  private static Response answer(AgencySystem system) {
    return Response.ok(AgencySystemView.of(system))
        .header(HttpHeaders.ETAG, ETags.of(system.version()))
        .build();
  }

  private Agency found(UUID id) {
    return agencies.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private List<AgencySystem> systemsOf(UUID id) {
    return agencies.systems(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
