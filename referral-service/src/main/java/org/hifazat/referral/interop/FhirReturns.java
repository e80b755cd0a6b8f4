package org.hifazat.referral.interop;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.onward.ReferralReturn;
import org.hifazat.referral.onward.ReturnQueries;
import org.hifazat.referral.onward.ReturnReferral;
import org.jspecify.annotations.Nullable;

/**
 * What an agency sends back or proposes onward, as a ServiceRequest of intent proposal that is
 * based on the referral's. It is for the unit to take up: responsibility for the case stays there.
 */
@ApplicationScoped
public class FhirReturns {
  static final String CONSENT = "urn:hifazat:return-consent";
  private static final String GIVEN_BY = "given-by";
  private static final String GIVEN_AT = "given-at";
  private static final String PROPOSAL = "proposal";
  private static final Pattern REQUEST = Pattern.compile("(?:.*/)?ServiceRequest/([0-9a-f-]{36})");
  private static final int WORDS_LENGTH = 4000;

  private final FhirReader reader;

  FhirReturns(FhirReader reader) {
    this.reader = reader;
  }

  /**
   * @throws ProblemException malformed-json or invalid-value
   */
  public ReturnReferral.Command read(String body) {
    JsonNode request = reader.object(body, "ServiceRequest");
    if (!request.path("intent").asText().equals(PROPOSAL)) {
      throw FhirReader.invalid("/intent", PROPOSAL);
    }
    JsonNode performer = FhirReader.one(request, "performer");
    UUID service =
        performer.isMissingNode()
            ? null
            : uuid(
                FhirReader.identifier(performer, FhirReader.SERVICE, "/performer/0"),
                "/performer/0");
    String words = FhirReader.text(FhirReader.one(request, "note"), WORDS_LENGTH, "/note/0/text");
    if (words == null || words.isBlank()) {
      throw FhirReader.invalid("/note/0/text", "required");
    }
    return new ReturnReferral.Command(
        basedOn(request),
        service == null ? "back" : "onward",
        service,
        FhirReader.code(FhirReader.one(request, "reasonCode"), FhirReferrals.REASON)
            .orElseThrow(() -> FhirReader.invalid("/reasonCode/0", "required")),
        words,
        consent(FhirReader.several(request, "extension")));
  }

  private static UUID basedOn(JsonNode request) {
    Matcher based = REQUEST.matcher(FhirReader.one(request, "basedOn").path("reference").asText());
    if (!based.matches()) {
      throw FhirReader.invalid("/basedOn/0/reference", "service-request");
    }
    return uuid(based.group(1), "/basedOn/0/reference");
  }

  private static ReturnReferral.@Nullable Consent consent(JsonNode extensions) {
    for (JsonNode extension : extensions) {
      if (extension.path("url").asText().equals(CONSENT)) {
        String by = "";
        Instant at = null;
        for (JsonNode part : extension.path("extension")) {
          switch (part.path("url").asText()) {
            case GIVEN_BY -> by = part.path("valueCode").asText();
            case GIVEN_AT -> at = FhirReader.instant(part.path("valueDateTime"), "/extension");
            default -> {}
          }
        }
        if (at == null || !(by.equals("child") || by.equals("caregiver"))) {
          throw FhirReader.invalid("/extension", CONSENT);
        }
        return new ReturnReferral.Consent(by, at);
      }
    }
    return null;
  }

  private static UUID uuid(String text, String pointer) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw FhirReader.invalid(pointer, "uuid");
    }
  }

  /** As the agency that made it reads it. */
  public static Fhir.Proposal proposal(ReturnQueries.Whole whole) {
    ReferralReturn made = whole.made();
    String words = whole.words();
    Optional<UUID> service = made.serviceId();
    return new Fhir.Proposal(
        "ServiceRequest",
        made.id().toString(),
        new Fhir.Meta(Long.toString(made.version()), made.answeredAt().orElse(made.recordedAt())),
        List.of(
            new Fhir.Extension(
                CONSENT,
                List.of(
                    new Fhir.Extension(GIVEN_BY, null, made.consentBy(), null),
                    new Fhir.Extension(GIVEN_AT, null, null, made.consentAt())),
                null,
                null)),
        List.of(
            new Fhir.Reference(
                "ServiceRequest/" + made.referralId(), "ServiceRequest", null, null)),
        made.answer().map(FhirReturns::state).orElse("active"),
        PROPOSAL,
        Fhir.Reference.to("Patient", FhirReferrals.REFERRAL, made.referralId()),
        made.recordedAt(),
        service
            .map(id -> List.of(Fhir.Reference.to("HealthcareService", FhirReader.SERVICE, id)))
            .orElse(null),
        List.of(Fhir.CodeableConcept.of(FhirReferrals.REASON, made.reasonCode())),
        words == null ? null : List.of(new Fhir.Annotation(words)));
  }

  /** Taken up, it is done as a proposal; declined, it is called off. */
  private static String state(String answer) {
    return answer.equals("taken-up") ? "completed" : "revoked";
  }
}
