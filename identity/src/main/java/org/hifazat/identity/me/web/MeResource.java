package org.hifazat.identity.me.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.identity.me.Me;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.ProblemException;

/** The signed-in person. */
@Path("/v1/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private final Me me;
  private final CallerContext callers;

  MeResource(Me me, CallerContext callers) {
    this.me = me;
    this.callers = callers;
  }

  @GET
  @Performs("VIEW_ME")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MeView.class)))
  public Response me() {
    Me.Person person = me.person().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    long version =
        switch (person) {
          case Me.Person.OfStaff member -> member.known().staff().version();
          case Me.Person.OfAgency member -> member.agency().version();
        };
    return Response.ok(MeView.of(person, callers.current()))
        .header(HttpHeaders.ETAG, ETags.of(version))
        .build();
  }
}
