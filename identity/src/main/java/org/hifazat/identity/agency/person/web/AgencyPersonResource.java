package org.hifazat.identity.agency.person.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.hifazat.identity.agency.person.AgencyPeople;
import org.hifazat.identity.agency.person.ChangeAgencyPerson;
import org.hifazat.identity.agency.person.EnrolAgencyPerson;
import org.hifazat.identity.staff.web.TemporaryPasswordRequest;
import org.hifazat.identity.staff.web.TemporaryPasswordView;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who signs in to the partner portal for an agency. */
@Path("/v1/agencies/{agencyId}/people")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgencyPersonResource {
  private final AgencyPeople people;
  private final EnrolAgencyPerson enrolment;
  private final ChangeAgencyPerson changes;
  private final Cursors cursors;

  AgencyPersonResource(
      AgencyPeople people,
      EnrolAgencyPerson enrolment,
      ChangeAgencyPerson changes,
      Cursors cursors) {
    this.cursors = cursors;
    this.people = people;
    this.enrolment = enrolment;
    this.changes = changes;
  }

  @GET
  @Performs("LIST_AGENCY_PEOPLE")
  public Page<AgencyPersonView> people(
      @PathParam("agencyId") UUID agencyId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    String list = "agency-people-" + agencyId;
    int size = Page.limit(limit);
    List<AgencyPersonView> rows =
        people
            .page(agencyId, cursors.verify(list, cursor).orElse(null), size + 1)
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND))
            .stream()
            .map(AgencyPersonView::of)
            .toList();
    return Page.cut(rows, size, last -> cursors.sign(list, last.enrolledAt(), last.id()));
  }

  @POST
  @Performs("ENROL_AGENCY_PERSON")
  @APIResponse(
      responseCode = "201",
      description = "Enrolled; the account follows within seconds",
      content = @Content(schema = @Schema(implementation = AgencyPersonView.class)))
  public Response enrolPerson(
      @PathParam("agencyId") UUID agencyId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid EnrolAgencyPersonRequest request) {
    Created created = enrolment.handle(request.command(agencyId), key);
    AgencyPeople.Known known = found(agencyId, created.id());
    return created.response(known.person().version(), AgencyPersonView.of(known));
  }

  @POST
  @Path("/{id}/deactivation")
  @Consumes(MediaType.WILDCARD)
  @Performs("DEACTIVATE_AGENCY_PERSON")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AgencyPersonView.class)))
  public Response deactivatePerson(
      @PathParam("agencyId") UUID agencyId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    changes.activate(agencyId, id, false, ifMatch);
    return whole(agencyId, id);
  }

  @POST
  @Path("/{id}/reactivation")
  @Consumes(MediaType.WILDCARD)
  @Performs("REACTIVATE_AGENCY_PERSON")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AgencyPersonView.class)))
  public Response reactivatePerson(
      @PathParam("agencyId") UUID agencyId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    changes.activate(agencyId, id, true, ifMatch);
    return whole(agencyId, id);
  }

  /**
   * @param shownAs left out when nobody is to choose them by name any more
   */
  public record ShowAgencyPersonRequest(
      @Nullable @Size(min = 1, max = 80) @Pattern(regexp = EnrolAgencyPersonRequest.SHOWN)
          String shownAs) {}

  @PUT
  @Path("/{id}/shown-as")
  @Performs("SHOW_AGENCY_PERSON")
  @APIResponse(
      responseCode = "200",
      description = "Senders of referrals choose this person by that name, or by none",
      content = @Content(schema = @Schema(implementation = AgencyPersonView.class)))
  public Response showPerson(
      @PathParam("agencyId") UUID agencyId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ShowAgencyPersonRequest request) {
    changes.showAs(agencyId, id, request.shownAs(), ifMatch);
    return whole(agencyId, id);
  }

  @POST
  @Path("/{id}/temporary-password")
  @Performs("ISSUE_AGENCY_PASSWORD")
  @APIResponse(
      responseCode = "200",
      description = "Shown once, kept nowhere",
      content = @Content(schema = @Schema(implementation = TemporaryPasswordView.class)))
  public Response passwordOfPerson(
      @PathParam("agencyId") UUID agencyId,
      @PathParam("id") UUID id,
      @NotNull @Valid TemporaryPasswordRequest request) {
    String password = changes.temporaryPassword(agencyId, id, request.alsoSecondFactor());
    return Response.ok(new TemporaryPasswordView(password))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response whole(UUID agencyId, UUID id) {
    AgencyPeople.Known known = found(agencyId, id);
    return Response.ok(AgencyPersonView.of(known))
        .header(HttpHeaders.ETAG, ETags.of(known.person().version()))
        .build();
  }

  private AgencyPeople.Known found(UUID agencyId, UUID id) {
    return people
        .find(agencyId, id)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
