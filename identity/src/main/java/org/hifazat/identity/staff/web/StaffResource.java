package org.hifazat.identity.staff.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.identity.staff.ChangeStaff;
import org.hifazat.identity.staff.ChangeStaff.Change;
import org.hifazat.identity.staff.EnrolStaff;
import org.hifazat.identity.staff.IssueTemporaryPassword;
import org.hifazat.identity.staff.StaffQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Members of staff: colleagues for those of a unit, everybody for the administrator. */
@Path("/v1/staff")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StaffResource {
  private static final String LIST = "staff";

  private final EnrolStaff enrolment;
  private final ChangeStaff changes;
  private final IssueTemporaryPassword passwords;
  private final StaffQueries queries;
  private final Cursors cursors;

  StaffResource(
      EnrolStaff enrolment,
      ChangeStaff changes,
      IssueTemporaryPassword passwords,
      StaffQueries queries,
      Cursors cursors) {
    this.enrolment = enrolment;
    this.changes = changes;
    this.passwords = passwords;
    this.queries = queries;
    this.cursors = cursors;
  }

  @GET
  @Performs("LIST_STAFF")
  public Page<StaffView> list(
      @QueryParam("unitId") @Nullable UUID unitId,
      @QueryParam("username")
          @Parameter(description = "How the user name begins")
          @Pattern(regexp = "[a-z0-9.-]{1,64}")
          @Nullable String username,
      @QueryParam("certificate")
          @Parameter(description = "due: who has none that lasts, of those who need one")
          @Pattern(regexp = "due")
          @Nullable String certificate,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    // a unit's people fit into one page, which the screens rely on
    int size = limit == null ? Page.MAX_LIMIT : Page.limit(limit);
    List<StaffQueries.Known> rows =
        queries.page(
            new StaffQueries.Wanted(unitId, username, certificate != null),
            cursors.verify(LIST, cursor).orElse(null),
            size + 1);
    Page<StaffQueries.Known> page =
        Page.cut(
            rows, size, last -> cursors.sign(LIST, last.staff().enrolledAt(), last.staff().id()));
    return new Page<>(page.items().stream().map(StaffView::of).toList(), page.next());
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_STAFF")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response one(@PathParam("id") UUID id) {
    return whole(id);
  }

  @POST
  @Performs("ENROL_STAFF")
  @APIResponse(
      responseCode = "201",
      description = "Enrolled; the account follows within seconds",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response enrol(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid EnrolStaffRequest request) {
    Created created = enrolment.handle(request.command(), key);
    StaffQueries.Known known = found(created.id());
    return created.response(known.staff().version(), StaffView.of(known));
  }

  @PUT
  @Path("/{id}/assignment")
  @Performs("ASSIGN_STAFF")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response assign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AssignStaffRequest request) {
    changes.handle(id, new Change.Assign(request.assignment()), ifMatch);
    return whole(id);
  }

  @PUT
  @Path("/{id}/name")
  @Performs("RENAME_STAFF")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response rename(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RenameStaffRequest request) {
    changes.handle(id, request.change(), ifMatch);
    return whole(id);
  }

  @POST
  @Path("/{id}/deactivation")
  @Consumes(MediaType.WILDCARD)
  @Performs("DEACTIVATE_STAFF")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response deactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    changes.handle(id, new Change.Deactivate(), ifMatch);
    return whole(id);
  }

  @POST
  @Path("/{id}/reactivation")
  @Consumes(MediaType.WILDCARD)
  @Performs("REACTIVATE_STAFF")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response reactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    changes.handle(id, new Change.Reactivate(), ifMatch);
    return whole(id);
  }

  @POST
  @Path("/{id}/temporary-password")
  @Performs("ISSUE_TEMPORARY_PASSWORD")
  @APIResponse(
      responseCode = "200",
      description = "Shown once, kept nowhere",
      content = @Content(schema = @Schema(implementation = TemporaryPasswordView.class)))
  public Response temporaryPassword(
      @PathParam("id") UUID id, @NotNull @Valid TemporaryPasswordRequest request) {
    return Response.ok(new TemporaryPasswordView(passwords.handle(id, request.alsoSecondFactor())))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response whole(UUID id) {
    StaffQueries.Known known = found(id);
    return Response.ok(StaffView.of(known))
        .header(HttpHeaders.ETAG, ETags.of(known.staff().version()))
        .build();
  }

  private StaffQueries.Known found(UUID id) {
    return queries.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
