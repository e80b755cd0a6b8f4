package org.hifazat.referral.onward.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.onward.AnswerReturn;
import org.hifazat.referral.onward.ReturnQueries;
import org.jspecify.annotations.Nullable;

/** What came back of a referral or is to go onward, for its sender. */
@Path("/v1/referrals/{id}/returns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReturnResource {
  private final ReturnQueries queries;
  private final AnswerReturn answering;

  ReturnResource(ReturnQueries queries, AnswerReturn answering) {
    this.queries = queries;
    this.answering = answering;
  }

  /**
   * @param referralId the referral onward, part of this one; needed to take up what goes onward
   * @param words needed to decline
   */
  public record AnswerReturnRequest(
      @NotNull @Pattern(regexp = "taken-up|declined") String answer,
      @Nullable UUID referralId,
      @Nullable @Size(min = 1, max = 2000) String words) {}

  @GET
  @Performs("LIST_RETURNS")
  public ReturnView.ReturnList returns(@PathParam("id") UUID id) {
    return ReturnView.forSender(queries.forSender(id));
  }

  @POST
  @Path("/{return}/answer")
  @Performs("ANSWER_RETURN")
  @APIResponse(responseCode = "204", description = "Answered.")
  public void answerReturn(
      @PathParam("id") UUID id,
      @PathParam("return") UUID made,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AnswerReturnRequest request) {
    answering.handle(
        new AnswerReturn.Command(
            id,
            made,
            Preconditions.expected(ifMatch),
            request.answer(),
            request.referralId(),
            request.words()));
  }
}
