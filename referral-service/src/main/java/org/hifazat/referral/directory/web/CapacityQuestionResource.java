package org.hifazat.referral.directory.web;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.referral.directory.capacity.AskCapacity;
import org.hifazat.referral.directory.capacity.CapacityQuestion;
import org.hifazat.referral.directory.capacity.CapacityQuestions;
import org.jspecify.annotations.Nullable;

/** Asking for room before a referral. */
@Path("/v1/capacity-questions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CapacityQuestionResource {
  private static final String LIST = "capacity-questions";

  private final AskCapacity asking;
  private final CapacityQuestions questions;
  private final Cursors cursors;

  CapacityQuestionResource(AskCapacity asking, CapacityQuestions questions, Cursors cursors) {
    this.asking = asking;
    this.questions = questions;
    this.cursors = cursors;
  }

  /** Nothing else is taken: an unknown field is refused. */
  public record CapacityRequest(
      @NotNull UUID serviceId,
      @NotNull LocalDate neededFrom,
      @NotNull @Pattern(regexp = "high|medium|low") String urgency) {}

  @POST
  @Performs("ASK_CAPACITY")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CapacityQuestion.class)))
  public Response ask(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CapacityRequest request) {
    Created created =
        asking.handle(
            new AskCapacity.Command(request.serviceId(), request.neededFrom(), request.urgency()),
            key);
    CapacityQuestion question = questions.forUnit(created.id());
    return created.response(question.version(), question);
  }

  @GET
  @Performs("LIST_CAPACITY_QUESTIONS")
  public Page<CapacityQuestion> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<CapacityQuestion> rows =
        questions.ofUnit(cursors.verify(LIST, cursor).orElse(null), size + 1);
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.askedAt(), row.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("LIST_CAPACITY_QUESTIONS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityQuestion.class)))
  public Response one(@PathParam("id") UUID id) {
    CapacityQuestion question = questions.forUnit(id);
    return Response.ok(question).header(HttpHeaders.ETAG, ETags.of(question.version())).build();
  }
}
