package org.hifazat.cases.people.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.people.KnownPerson;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.cases.people.RecordPerson;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Household, caregivers, safe adults and persons of concern of a case. */
@Path("/v1/cases/{caseId}/persons")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonResource {
  private static final String LIST = "persons:";

  private final PeopleQueries queries;
  private final RecordPerson recording;
  private final Clock clock;
  private final Cursors cursors;

  PersonResource(PeopleQueries queries, RecordPerson recording, Clock clock, Cursors cursors) {
    this.queries = queries;
    this.recording = recording;
    this.clock = clock;
    this.cursors = cursors;
  }

  @GET
  @Performs("VIEW_PEOPLE")
  public Page<PersonView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    LocalDate today = today();
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        queries.persons(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(person -> PersonView.of(person, today))
            .toList(),
        size,
        last -> cursors.sign(list, last.recordedAt(), last.id()));
  }

  @GET
  @Path("/{personId}")
  @Performs("VIEW_PEOPLE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  public Response one(@PathParam("caseId") UUID caseId, @PathParam("personId") UUID personId) {
    return answer(queries.person(caseId, personId));
  }

  @POST
  @Performs("CHANGE_PEOPLE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  public Response add(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PersonRequest request) {
    RecordPerson.Recorded recorded = recording.add(request.command(caseId), key);
    return recorded
        .created()
        .response(recorded.person().version(), PersonView.of(recorded.person(), today()));
  }

  @PUT
  @Path("/{personId}")
  @Performs("CHANGE_PEOPLE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  public Response change(
      @PathParam("caseId") UUID caseId,
      @PathParam("personId") UUID personId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid PersonRequest request) {
    long expected = Preconditions.expected(ifMatch);
    return answer(recording.change(request.command(caseId), personId, expected));
  }

  private Response answer(KnownPerson person) {
    return Response.ok(PersonView.of(person, today()))
        .header(HttpHeaders.ETAG, ETags.of(person.version()))
        .build();
  }

  private LocalDate today() {
    return KarachiTime.day(clock.instant());
  }
}
