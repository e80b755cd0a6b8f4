package org.hifazat.cases.search.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Locale;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.search.SearchForChild;
import org.hifazat.platform.security.Performs;
import org.jspecify.annotations.Nullable;

/** Searching is a POST: nothing that names a child stands in a URL. */
@Path("/v1/child-searches")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChildSearchResource {
  private final SearchForChild search;
  private final Clock clock;

  ChildSearchResource(SearchForChild search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  public record Names(
      @Nullable @Size(min = 1, max = 200) String given,
      @Nullable @Size(min = 1, max = 200) String father) {}

  /**
   * A name of child or father in any script, a phone, an identity number or the number of a case is
   * needed; the rest narrows.
   */
  public record ChildSearchRequest(
      @Nullable @Valid Names names,
      @Nullable @Pattern(regexp = "female|male|x") String sex,
      @Nullable @Min(1990) @Max(2200) Integer birthYear,
      @Nullable @Min(0) @Max(25) Integer ageYears,
      @Nullable @Pattern(regexp = "[a-z][a-z-]{1,59}") String districtCode,
      @Nullable @Pattern(regexp = "[0-9+() -]{5,25}") String phone,
      @Nullable @Pattern(regexp = "\\d{5}-?\\d{7}-?\\d") String cnic,
      @Nullable @Pattern(regexp = "[A-Za-z0-9-]{3,40}") String caseNumber) {

    @AssertTrue
    boolean isLookingForSomebody() {
      Names asked = names;
      return (asked != null && (asked.given() != null || asked.father() != null))
          || phone != null
          || cnic != null
          || caseNumber != null;
    }
  }

  @POST
  @Performs("SEARCH_CHILDREN")
  public SearchForChild.Answer search(@NotNull @Valid ChildSearchRequest request) {
    Names names = request.names();
    String number = request.caseNumber();
    Integer age = request.ageYears();
    Integer year = request.birthYear();
    if (year == null && age != null) {
      year = KarachiTime.day(clock.instant()).getYear() - age;
    }
    return search.handle(
        new SearchForChild.Terms(
            names == null ? null : names.given(),
            names == null ? null : names.father(),
            request.sex(),
            year,
            request.districtCode(),
            request.phone(),
            request.cnic(),
            number == null ? null : number.toUpperCase(Locale.ROOT)));
  }
}
