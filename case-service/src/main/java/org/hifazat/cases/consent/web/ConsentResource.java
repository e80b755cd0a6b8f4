package org.hifazat.cases.consent.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.consent.CaseConsents;
import org.hifazat.cases.consent.ConsentGiver;
import org.hifazat.cases.consent.RecordConsent;
import org.hifazat.cases.people.PersonFacts;
import org.hifazat.cases.people.RecordPerson;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Consents of a case. They are added and never changed: a withdrawal is a new one. */
@Path("/v1/cases/{caseId}/consents")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentResource {
  private final RecordConsent recording;
  private final CaseConsents cases;
  private final WordPages words;

  ConsentResource(RecordConsent recording, CaseConsents cases, WordPages words) {
    this.recording = recording;
    this.cases = cases;
    this.words = words;
  }

  /**
   * Somebody around the child who was not recorded before.
   *
   * @param relation a code of person-relation
   */
  public record GiverRequest(
      @NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 40) String relation) {}

  /**
   * Who agreed to what, when and how.
   *
   * @param personId whose word it is, of those recorded around the child; or person
   * @param person whose word it is, to be recorded now: as a caregiver where a caregiver decides
   * @param recipientId whom a consent of this case names though no directory has them; or
   * @param recipient the same, named for the first time
   * @param orderId the order in force that a court's word rests on
   * @param transferId the pending transfer to a body outside; with hand-over only
   * @param withoutCaregiver why no caregiver decides; another trusted adult needs one
   * @param oralReason why it is spoken although at this age it is given in writing
   */
  public record ConsentRequest(
      @NotNull
          @Pattern(
              regexp =
                  "case-management|share-information|reporting|tracing|photo|share-unhcr|hand-over")
          String purpose,
      @NotNull @Pattern(regexp = "given|refused|withdrawn") String decision,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      @Nullable @Valid RecipientRequest recipient,
      @NotNull @Pattern(regexp = "child|caregiver|other-trusted-adult|court") String givenBy,
      @NotNull @Pattern(regexp = "signature|thumbprint|oral") String method,
      @NotBlank @Size(max = 20) String language,
      @NotNull Instant happenedAt,
      @Nullable LocalDate expiresOn,
      @Nullable @Size(min = 1, max = 200) String witness,
      @Nullable @Pattern(regexp = "unavailable|unsafe|not-permitted") String withoutCaregiver,
      @Nullable UUID personId,
      @Nullable @Valid GiverRequest person,
      @Nullable UUID orderId,
      @Nullable UUID transferId,
      @Nullable @Pattern(regexp = "by-telephone|paper-unsafe|cannot-write") String oralReason) {

    RecordConsent.Command command(UUID caseId) {
      ConsentGiver giver = ConsentGiver.of(givenBy);
      return new RecordConsent.Command(
          caseId,
          purpose,
          decision,
          agencyId,
          recipientId,
          recipient == null ? null : recipient.facts(),
          giver,
          method,
          language,
          happenedAt,
          expiresOn,
          witness,
          withoutCaregiver,
          personId,
          somebodyNew(caseId, giver),
          orderId,
          transferId,
          oralReason);
    }

    private RecordPerson.@Nullable Command somebodyNew(UUID caseId, ConsentGiver giver) {
      return person == null || personId != null
          ? null
          : new RecordPerson.Command(
              caseId,
              PersonFacts.named(
                  person.name(),
                  person.relation(),
                  giver == ConsentGiver.CAREGIVER ? List.of("caregiver") : List.of()),
              happenedAt);
    }
  }

  /** How each matter stands today, what is missing for it, and what was said last. */
  @GET
  @Performs("VIEW_CONSENTS")
  public CaseConsentsView consents(@PathParam("caseId") UUID caseId) {
    int size = Page.DEFAULT_LIMIT;
    CaseConsents.Whole whole = cases.of(caseId, size + 1);
    return CaseConsentsView.of(whole, words.page(caseId, whole.words(), size));
  }

  @POST
  @Performs("RECORD_CONSENT")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ConsentView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ConsentRequest request) {
    RecordConsent.Recorded recorded = recording.handle(request.command(caseId), key);
    return recorded.created().response(0, ConsentView.of(recorded.consent()));
  }
}
