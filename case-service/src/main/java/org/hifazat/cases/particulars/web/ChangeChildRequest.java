package org.hifazat.cases.particulars.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.particulars.ChangeParticulars;
import org.hifazat.cases.particulars.IdentityNumber;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a child from now on; what is left out is no longer known, but for phone and
 * familyNumber: these were there before a client could send them, stay when they are left out, and
 * go by null. Either birthDate, or birthYear with ageBasis.
 *
 * @param happenedAt when it was learnt
 * @param languages codes of the list language, the one to talk in first
 * @param phone of the family; left out it stays, null takes it away
 * @param familyNumber of the B-form or CNIC given at registration, the child's or a parent's; left
 *     out it stays, null takes it away
 */
public record ChangeChildRequest(
    @NotNull Instant happenedAt,
    @NotNull @Valid NamesPart names,
    @NotNull @Pattern(regexp = "female|male|x") String sex,
    @Nullable LocalDate birthDate,
    @Nullable @Min(1990) @Max(2200) Integer birthYear,
    @Nullable @Pattern(regexp = "stated|document|appearance|assessment") String ageBasis,
    @NotNull @Size(max = 10) List<@NotBlank @Size(max = 20) String> languages,
    @Nullable @Size(min = 1, max = 1000) String address,
    @Nullable @Size(min = 1, max = 500) String safeContact,
    @Nullable @Schema(implementation = String.class, nullable = true, pattern = PHONE)
        JsonNode phone,
    @Nullable @Schema(implementation = String.class, nullable = true, pattern = NUMBER)
        JsonNode familyNumber,
    @Nullable @Valid IdentityPart identity,
    @NotNull @Size(max = 10) List<@NotBlank @Size(max = 40) String> disabilities,
    @Nullable @Size(min = 1, max = 2000) String disabilityDetails,
    @Nullable @Valid SchoolingPart schooling,
    @Nullable @Valid CarePart care) {

  private static final String PHONE = "[0-9+() -]{5,25}";
  private static final String NUMBER = "\\d{5}-?\\d{7}-?\\d";

  public record NamesPart(
      @NotBlank @Size(max = 200) String given,
      @Nullable @Size(min = 1, max = 200) String father,
      @Nullable @Size(min = 1, max = 200) String knownAs,
      @NotNull @Pattern(regexp = "latn|arab") String script,
      @Nullable @Valid OtherScriptPart otherScript) {}

  public record OtherScriptPart(
      @Nullable @Size(min = 1, max = 200) String given,
      @Nullable @Size(min = 1, max = 200) String father) {}

  public record IdentityPart(
      @NotNull @Pattern(regexp = "b-form|juvenile-card|cnic") String kind,
      @NotNull @Pattern(regexp = "\\d{5}-?\\d{7}-?\\d") String number) {}

  public record SchoolingPart(
      @NotBlank @Size(max = 40) String status,
      @Nullable @Size(min = 1, max = 40) String kind,
      @Nullable @Size(min = 1, max = 200) String name,
      @Nullable @Pattern(regexp = "nursery|[1-9]|1[0-2]") String grade) {}

  public record CarePart(
      @NotBlank @Size(max = 40) String arrangement,
      @Nullable LocalDate since,
      @Nullable @Size(min = 1, max = 2000) String details) {}

  ChangeParticulars.Command command(UUID caseId, long version) {
    return new ChangeParticulars.Command(
        caseId,
        version,
        happenedAt,
        new ChildParticulars(
            names.given(),
            names.father(),
            names.knownAs(),
            names.script(),
            sex,
            age(),
            languages.isEmpty() ? null : languages.getFirst(),
            address,
            safeContact),
        background(),
        phone == null,
        familyNumber == null);
  }

  private Age age() {
    if (birthDate != null) {
      return Age.known(birthDate);
    }
    if (birthYear == null || ageBasis == null) {
      throw new ProblemException(CaseProblem.AGE_MISSING);
    }
    return new Age(null, birthYear, ageBasis);
  }

  private ChildBackground background() {
    OtherScriptPart other = names.otherScript();
    return new ChildBackground(
        other == null ? null : other.given(),
        other == null ? null : other.father(),
        languages,
        identity == null
            ? null
            : new ChildBackground.Identity(
                identity.kind(), IdentityNumber.normal(identity.number())),
        disabilities,
        disabilityDetails,
        schooling == null
            ? null
            : new ChildBackground.Schooling(
                schooling.status(), schooling.kind(), schooling.name(), schooling.grade()),
        care == null
            ? null
            : new ChildBackground.Care(care.arrangement(), care.since(), care.details()),
        new ChildBackground.Family(
            text("phone", phone, PHONE), number(text("familyNumber", familyNumber, NUMBER))));
  }

  private static @Nullable String number(@Nullable String given) {
    return given == null ? null : IdentityNumber.normal(given);
  }

  private static @Nullable String text(String field, @Nullable JsonNode given, String form) {
    if (given == null || given.isNull()) {
      return null;
    }
    if (!given.isTextual() || !given.textValue().matches(form)) {
      throw new ProblemException(
          CommonProblem.INVALID_VALUE, new Violation("/" + field, "pattern"));
    }
    return given.textValue();
  }
}
