package org.hifazat.cases.assignment.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.assignment.CaseMember;
import org.hifazat.cases.assignment.ChangeMembers;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Who works on a case besides its owner. */
@Path("/v1/cases/{caseId}/members")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MemberResource {
  private static final String LIST = "case-members:";

  private final ChangeMembers members;
  private final Cursors cursors;

  MemberResource(ChangeMembers members, Cursors cursors) {
    this.members = members;
    this.cursors = cursors;
  }

  public record MemberRequest(
      @NotNull UUID staffId,
      @NotNull @Pattern(regexp = "psychologist|second-worker") String part,
      @NotNull Instant since) {}

  public record EndRequest(@NotNull Instant happenedAt) {}

  /**
   * @param until when it ended; absent while it lasts
   * @param etag for If-Match when it ends
   */
  public record MemberView(
      UUID id, UUID staffId, String part, Instant since, @Nullable Instant until, String etag) {
    static MemberView of(CaseMember member) {
      return new MemberView(
          member.id(),
          member.staffId(),
          member.part(),
          member.since(),
          member.until().orElse(null),
          ETags.of(member.version()));
    }
  }

  @GET
  @Performs("VIEW_ASSIGNMENTS")
  public Page<MemberView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        members.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(MemberView::of)
            .toList(),
        size,
        last -> cursors.sign(list, last.since(), last.id()));
  }

  @POST
  @Performs("CHANGE_MEMBERS")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  public Response add(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MemberRequest request) {
    ChangeMembers.Added added =
        members.add(
            new ChangeMembers.AddCommand(
                caseId, request.staffId(), request.part(), request.since()),
            key);
    return added.created().response(added.member().version(), MemberView.of(added.member()));
  }

  @POST
  @Path("/{memberId}/end")
  @Performs("CHANGE_MEMBERS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  public Response end(
      @PathParam("caseId") UUID caseId,
      @PathParam("memberId") UUID memberId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid EndRequest request) {
    MemberView ended =
        MemberView.of(
            members.end(
                new ChangeMembers.EndCommand(
                    caseId, memberId, Preconditions.expected(ifMatch), request.happenedAt())));
    return Response.ok(ended).header(HttpHeaders.ETAG, ended.etag()).build();
  }
}
