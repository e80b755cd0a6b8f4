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
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.directory.capacity.AnswerCapacity;
import org.hifazat.referral.directory.capacity.CapacityQuestion;
import org.hifazat.referral.directory.capacity.CapacityQuestions;
import org.jspecify.annotations.Nullable;

/** Questions about room, from the side of the agency asked. */
@Path("/partner/v1/capacity-questions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerCapacityResource {
  private static final String LIST = "partner-capacity-questions";

  private final AnswerCapacity answering;
  private final CapacityQuestions questions;
  private final Cursors cursors;

  PartnerCapacityResource(AnswerCapacity answering, CapacityQuestions questions, Cursors cursors) {
    this.answering = answering;
    this.questions = questions;
    this.cursors = cursors;
  }

  public record CapacityAnswerRequest(
      @NotNull @Pattern(regexp = "has-capacity|no-capacity|to-assess") String answer,
      @Nullable LocalDate availableFrom) {}

  @GET
  @Performs("PARTNER_LIST_CAPACITY_QUESTIONS")
  public Page<CapacityQuestion> asked(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<CapacityQuestion> rows =
        questions.ofAgency(cursors.verify(LIST, cursor).orElse(null), size + 1);
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.askedAt(), row.id()));
  }

  @POST
  @Path("/{id}/answer")
  @Performs("PARTNER_ANSWER_CAPACITY")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityQuestion.class)))
  public Response answer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CapacityAnswerRequest request) {
    answering.handle(
        new AnswerCapacity.Command(
            id, Preconditions.expected(ifMatch), request.answer(), request.availableFrom()));
    CapacityQuestion question = questions.forAgency(id);
    return Response.ok(question).header(HttpHeaders.ETAG, ETags.of(question.version())).build();
  }
}
