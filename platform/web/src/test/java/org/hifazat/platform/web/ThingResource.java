package org.hifazat.platform.web;

import io.quarkus.security.ForbiddenException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.jspecify.annotations.Nullable;

@Path("/v1/things")
@Produces(MediaType.APPLICATION_JSON)
public class ThingResource {

  static final UUID SEVEN = new UUID(0, 7);
  static final Instant START = Instant.parse("2026-03-01T00:00:00.123456Z");

  private final Things things;
  private final Cursors cursors;

  ThingResource(Things things, Cursors cursors) {
    this.things = things;
    this.cursors = cursors;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "201",
      description = "Made.",
      content = @Content(schema = @Schema(implementation = ThingView.class)))
  public Response make(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ThingRequest request) {
    Created created = things.make(key, request);
    return created.response(
        1, new ThingView(created.id(), request.label(), Optional.empty(), request.madeAt()));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "204", description = "Changed.")
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ThingRequest request) {
    Preconditions.check(Preconditions.expected(ifMatch), 7);
    return Response.noContent().header("ETag", ETags.of(8)).build();
  }

  @GET
  @Path("/{id}/export")
  @Performs("EXPORT_THING")
  public ThingView export(@PathParam("id") UUID id) {
    throw new NotAuthorizedException(Response.status(401).build());
  }

  @GET
  @Path("/{id}")
  @Performs("READ_THING")
  public ThingView read(@PathParam("id") UUID id) {
    if (!id.equals(SEVEN)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return new ThingView(id, null, Optional.empty(), START);
  }

  /** 45 things, newest last. */
  @GET
  public Page<ThingView> list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("colour") @Nullable String colour,
      @QueryParam("weight") @Min(1) @Nullable Integer weight) {
    int wanted = Page.limit(limit);
    Instant after = cursors.verify("things", cursor).map(Cursor::at).orElse(Instant.MIN);
    List<ThingView> rows =
        IntStream.range(0, 45)
            .mapToObj(
                n ->
                    new ThingView(
                        new UUID(0, n), "thing " + n, Optional.empty(), START.plusSeconds(n)))
            .filter(thing -> thing.madeAt() != null && thing.madeAt().isAfter(after))
            .limit(wanted + 1L)
            .toList();
    return Page.cut(
        rows,
        wanted,
        last -> cursors.sign("things", last.madeAt() == null ? START : last.madeAt(), last.id()));
  }

  @GET
  @Path("/poison/{kind}")
  public String poison(@PathParam("kind") String kind) throws SQLException {
    switch (kind) {
      case "plain" ->
          throw new IllegalStateException(
              "marker-7f3a", new IllegalArgumentException("marker-7f3a"));
      case "web" -> throw new WebApplicationException("marker-7f3a", 500);
      case "teapot" -> throw new WebApplicationException("marker-7f3a", 418);
      case "forbidden" -> throw new ForbiddenException("marker-7f3a");
      case "unauthorized" -> throw new NotAuthorizedException("marker-7f3a", "Bearer");
      case "lost-update" ->
          throw new IllegalStateException(
              "marker-7f3a", new OptimisticLockException("marker-7f3a"));
      case "wrapped" ->
          throw new IllegalStateException(
              "marker-7f3a", new ProblemException(CommonProblem.UNPROCESSABLE));
      case "taken" ->
          throw new IllegalStateException(
              "marker-7f3a",
              new SQLException(
                  "duplicate key value violates unique constraint \"marker-7f3a\"", "23505"));
      case "database" -> throw new SQLException("marker-7f3a", "40001");
      case "error" -> throw new AssertionError("marker-7f3a");
      default -> throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }
}
