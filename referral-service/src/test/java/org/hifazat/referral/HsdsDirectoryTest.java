package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hifazat.referral.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory as HSDS reads it. */
@HifazatTest(service = "referrals")
class HsdsDirectoryTest {
  private final MutableClock clock;

  HsdsDirectoryTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void publicInstitutionsAreFoundWithTheirSourceAndAWarningThatNobodyVerifiedThem() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/services?search=zamung&district=swat&age=9&sex=male&cost=free")
        .then()
        .statusCode(200)
        .body("total_items", equalTo(1))
        .body("contents[0].name", equalTo("Zamung Kor, Swat"))
        .body("contents[0].source", containsString("urdupoint.com"))
        .body("contents[0].assured_date", nullValue())
        .body("contents[0].assurance_overdue", equalTo(true))
        .body("contents[0].referable", equalTo(false))
        .body("contents[0].organization.name", equalTo("Zamung Kor, Swat"));
    as(Persona.HELPLINE_OPERATOR)
        .get("/v1/hsds/services?category=court&per_page=100")
        .then()
        .body("contents.category", everyItem(equalTo("court")))
        .body("total_items", equalTo(8));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/services?category=shelter&sex=male&per_page=100")
        .then()
        .body("contents.sex", everyItem(oneOf("any", "male")));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/services?search=zamung&age=30")
        .then()
        .body("empty", equalTo(true));
  }

  /** As many as public sources name; others may be added beside them. */
  @ParameterizedTest
  @CsvSource({
    "zamung kor, 'Zamung Kor, ', 4",
    "darul aman, 'Darul Aman, ', 6",
    "district headquarters hospital, 'District Headquarters Hospital, ', 29",
    "district legal empowerment committee, 'District Legal Empowerment Committee, ', 30",
    "legal aid and justice authority, Legal Aid and Justice Authority, 1"
  })
  void theProvincesInstitutionsAreThere(String search, String name, int many) {
    Response found =
        as(Persona.SOCIAL_WORKER).get("/v1/hsds/services?per_page=100&search=" + search);
    found.then().statusCode(200);
    assertThat(found.<List<String>>path("contents.name"))
        .filteredOn(one -> one.startsWith(name))
        .doesNotHaveDuplicates()
        .hasSize(many);
    assertThat(
            found.<List<String>>path(
                "contents.findAll { it.name.startsWith('%s') }.source".formatted(name)))
        .doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Child protection helpline 1121, 1121",
    "Police helpline 15, 15",
    "Bolo helpline, 0800-22227",
    "Human rights helpline 1099, 1099",
    "Marasata helpline, 0800-02828",
    "PEHEL-911 helpline, 911",
    "Rescue 1122, 1122"
  })
  void theHelplinesAreThereWithTheirNumbers(String name, String number) {
    as(Persona.SOCIAL_WORKER)
        .queryParam("search", name)
        .get("/v1/hsds/services?full=true&per_page=100")
        .then()
        .statusCode(200)
        .body("contents.find { it.name == '%s' }.phones.number".formatted(name), contains(number));
  }

  @Test
  void aLanguageFindsWhereItIsSpokenAndATaxonomyWhatItSorts() {
    UUID service = Agencies.entry(Persona.HOSPITAL);
    String list = "/v1/hsds/services?per_page=100&organization_id=" + Persona.HOSPITAL;
    Backstage.execute(
        "update service set languages = '{ps,ur}', status = 'active' where id = ?", service);
    try {
      as(Persona.SOCIAL_WORKER)
          .get(list + "&language=ps")
          .then()
          .statusCode(200)
          .body("contents.id", hasItem(service.toString()));
      as(Persona.SOCIAL_WORKER)
          .get(list + "&language=fa")
          .then()
          .statusCode(200)
          .body("contents.id", not(hasItem(service.toString())));
    } finally {
      Backstage.execute("update service set languages = '{}' where id = ?", service);
    }
    String sorts =
        as(Persona.SOCIAL_WORKER).get("/v1/hsds/taxonomies?per_page=1").path("contents[0].id");
    String courts = "/v1/hsds/services?category=court&taxonomy_id=";
    as(Persona.SOCIAL_WORKER).get(courts + sorts).then().body("total_items", equalTo(8));
    as(Persona.SOCIAL_WORKER)
        .get(courts + UUID.randomUUID())
        .then()
        .statusCode(200)
        .body("total_items", equalTo(0));
  }

  @Test
  void aHelplineServesEveryDistrictAndIsFoundInUrdu() {
    as(Persona.PARTNER_WORKER)
        .queryParam("search", "ہیلپ لائن تحفظ")
        .get("/v1/hsds/services?district=torghar&full=true")
        .then()
        .statusCode(200)
        .body("contents.name", hasItem("Child protection helpline 1121"))
        .body("contents[0].phones[0].number", equalTo("1121"))
        .body("contents[0].service_areas.extent_type", contains("province"));
  }

  @Test
  void whatCannotBeReferredToIsInNoListOfReferral() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?limit=100")
        .then()
        .body("items.name.en", not(hasItem("Zamung Kor, Swat")));
    String home = one("Zamung Kor, Swat");
    Requests.refer(
            Persona.SOCIAL_WORKER, Requests.referral(Backstage.openCase(), UUID.fromString(home)))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
  }

  @Test
  void openNowIsWhatTheHoursSayInPakistan() {
    UUID service = Agencies.entry(Persona.LEGAL_AID);
    Backstage.execute("delete from schedule where service_id = ?", service);
    Backstage.execute(
        "insert into schedule (service_id, byday, opens_at, closes_at)"
            + " values (?, array['MO', 'TU'], '09:00', '17:00')",
        service);
    String open = "/v1/hsds/services?open_now=true&organization_id=" + Persona.LEGAL_AID;
    // Monday, 09:00 in Pakistan.
    clock.stopAt(Instant.parse("2026-11-23T04:00:00Z"));
    as(Persona.SOCIAL_WORKER).get(open).then().body("total_items", equalTo(1));
    clock.stopAt(Instant.parse("2026-11-23T03:59:59Z"));
    as(Persona.SOCIAL_WORKER).get(open).then().body("total_items", equalTo(0));
    clock.stopAt(Instant.parse("2026-11-23T12:00:00Z"));
    as(Persona.SOCIAL_WORKER).get(open).then().body("total_items", equalTo(0));
    // Sunday evening here is Monday nowhere yet.
    clock.stopAt(Instant.parse("2026-11-22T05:00:00Z"));
    as(Persona.SOCIAL_WORKER).get(open).then().body("total_items", equalTo(0));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/schedules?service_id=" + service)
        .then()
        .body("contents.byday", contains("MO,TU"))
        .body("contents.timezone", contains(5));
  }

  @Test
  void theOtherListsAndTheirEntriesAreRead() {
    for (String list :
        new String[] {"organizations", "service_at_locations", "taxonomies", "taxonomy_terms"}) {
      String id =
          as(Persona.SOCIAL_WORKER)
              .get("/v1/hsds/" + list + "?per_page=1")
              .then()
              .statusCode(200)
              .body("contents", hasSize(1))
              .body("first_page", equalTo(true))
              .extract()
              .path("contents[0].id");
      as(Persona.SOCIAL_WORKER)
          .get("/v1/hsds/" + list + "/" + id)
          .then()
          .statusCode(200)
          .body("id", equalTo(id));
      as(Persona.SOCIAL_WORKER)
          .get("/v1/hsds/" + list + "/" + UUID.randomUUID())
          .then()
          .statusCode(404);
    }
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/locations?district=kohat")
        .then()
        .body("contents.district_code", everyItem(equalTo("kohat")))
        .body("contents.name", hasItem("Child Protection Court, Kohat"));
    String term =
        as(Persona.SOCIAL_WORKER)
            .get("/v1/hsds/taxonomy_terms?per_page=100")
            .path("contents.find { it.code == 'court' }.id");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/services?taxonomy_term_id=" + term)
        .then()
        .body("total_items", equalTo(8));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/organizations?taxonomy_term_id=" + term)
        .then()
        .body("total_items", equalTo(8));
    as(Persona.SOCIAL_WORKER).get("/v1/hsds").then().body("version", equalTo("3.1"));
  }

  @Test
  void pagesHoldTogetherAndMinimalIsLittle() {
    String base = "/v1/hsds/services?category=court&minimal=true&per_page=3&page=";
    String first = as(Persona.SOCIAL_WORKER).get(base + 1).path("contents[0].name");
    assertThat(first).isEqualTo("Child Protection Court, Abbottabad");
    as(Persona.SOCIAL_WORKER)
        .get(base + 3)
        .then()
        .body("contents", hasSize(2))
        .body("total_pages", equalTo(3))
        .body("page_number", equalTo(3))
        .body("last_page", equalTo(true))
        .body("contents[0].organization_id", nullValue())
        .body("contents[0].status", equalTo("active"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/hsds/services?modified_after=2999-01-01")
        .then()
        .body("total_items", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "per_page=10000",
        "per_page=0",
        "page=0",
        "page=99999999",
        "age=-1",
        "sex=anything",
        "modified_after=yesterday",
        "modified_after=-99999-01-01T00:00:00Z",
        "status=%27;drop"
      })
  void aQuestionThatCannotBeReadIsRefused(String query) {
    as(Persona.SOCIAL_WORKER)
        .urlEncodingEnabled(false)
        .get("/v1/hsds/services?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  @Test
  void aSearchIsNeverALanguageOfItsOwn() {
    as(Persona.SOCIAL_WORKER)
        .queryParam("search", "court' & !(x | <-> ':*")
        .get("/v1/hsds/services")
        .then()
        .statusCode(200);
  }

  @Test
  void aPageIsOneStatementHoweverMuchIsOnIt() {
    int settingsStatementAndCommit = 3;
    assertThat(roundTrips("/v1/hsds/services?full=true&per_page=1"))
        .isEqualTo(settingsStatementAndCommit);
    assertThat(roundTrips("/v1/hsds/services?full=true&per_page=100"))
        .isEqualTo(settingsStatementAndCommit);
    assertThat(roundTrips("/v1/hsds/organizations?per_page=100"))
        .isEqualTo(settingsStatementAndCommit);
  }

  private static int roundTrips(String path) {
    return RequestCost.least(
            () ->
                as(Persona.SOCIAL_WORKER)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("contents[0]", notNullValue()))
        .roundTrips();
  }

  static String one(String name) {
    return as(Persona.COMMISSION_ADMIN)
        .queryParam("search", name)
        .get("/v1/hsds/services")
        .path("contents[0].id");
  }
}
