package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hifazat.referral.Requests.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "referrals")
class ServiceDirectoryTest {

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void aRegisteredAgencyIsListedWithTheServiceOfItsKind() {
    String one = "items.find { it.id == '" + Persona.LEGAL_AID + "' }.";
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?category=legal-aid&districtCode=peshawar")
        .then()
        .statusCode(200)
        .body("items.category", everyItem(equalTo("legal-aid")))
        .body(one + "agencyId", equalTo(Persona.LEGAL_AID))
        .body(one + "name.en", equalTo("Legal aid for children"))
        .body(one + "name.ur", equalTo("بچوں کے لیے قانونی امداد"))
        .body(one + "organization.name.en", equalTo("Peshawar Legal Aid Centre"))
        .body(one + "districtCodes", contains("peshawar"))
        .body(one + "assuredDate", equalTo("2026-02-04"));
  }

  @Test
  void aServiceOfTheWholeProvinceIsListedInEveryDistrictAndMarked() {
    String wide = "items.find { it.id == '" + Persona.HOSPITAL + "' }.provinceWide";
    String away = "/v1/services?districtCode=lower-chitral&limit=100";
    as(Persona.SOCIAL_WORKER).get(away).then().body("items.id", not(hasItem(Persona.HOSPITAL)));
    Backstage.execute("update service set province_wide = true where id = ?", Backstage.HOSPITAL);
    try {
      as(Persona.SOCIAL_WORKER).get(away).then().statusCode(200).body(wide, equalTo(true));
    } finally {
      Backstage.execute(
          "update service set province_wide = false where id = ?", Backstage.HOSPITAL);
    }
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?districtCode=mardan&limit=100")
        .then()
        .body(wide, equalTo(false));
  }

  @Test
  void anotherDistrictOrCategoryIsNotListed() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?category=legal-aid&districtCode=mardan")
        .then()
        .body("items.id", not(hasItem(Persona.LEGAL_AID)));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?category=health&districtCode=peshawar")
        .then()
        .body("items.id", not(hasItem(Persona.LEGAL_AID)));
    as(Persona.SOCIAL_WORKER).get("/v1/services?category=" + "x".repeat(61)).then().statusCode(400);
  }

  @Test
  void aChangedAgencyIsListedAsItIsNowAndALateEventChangesNothing() {
    UUID agency = UUID.randomUUID();
    Agencies.register(agency, 3, "shelter", "Invented House", "\"swat\",\"buner\"");
    Awaitility.await("the agency").until(() -> Agencies.listed(agency));
    Agencies.register(agency, 4, "ngo", "Invented House of Help", "\"swat\"");
    UUID late = Agencies.register(agency, 2, "police", "Before", "\"kohat\"");
    Awaitility.await("the late event")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", late) == 1);
    String one = "items.find { it.id == '" + agency + "' }.";
    as(Persona.SUPERVISOR)
        .get("/v1/services?districtCode=swat")
        .then()
        .statusCode(200)
        .body(one + "category", equalTo("psychosocial"))
        .body(one + "organization.name.en", equalTo("Invented House of Help"))
        .body(one + "districtCodes", contains("swat"));
  }

  @Test
  void theDirectoryIsReadPageByPageToItsEnd() {
    for (int i = 0; i < 5; i++) {
      Agencies.register(
          UUID.nameUUIDFromBytes(new byte[] {(byte) i}), 1, "school", "School " + i, "\"bannu\"");
    }
    String base = "/v1/services?districtCode=bannu&limit=2";
    Awaitility.await("five schools")
        .until(
            () ->
                as(Persona.SOCIAL_WORKER)
                        .get("/v1/services?districtCode=bannu")
                        .jsonPath()
                        .getList("items")
                        .size()
                    == 5);
    List<String> names = new ArrayList<>();
    Response page = as(Persona.SOCIAL_WORKER).get(base);
    while (true) {
      names.addAll(page.jsonPath().getList("items.organization.name.en"));
      String link = page.header("Link");
      if (link == null) {
        break;
      }
      page.then().body("items", hasSize(2));
      page = as(Persona.SOCIAL_WORKER).urlEncodingEnabled(false).get(base + "&" + cursor(link));
    }
    assertThat(names).containsExactly("School 0", "School 1", "School 2", "School 3", "School 4");
  }

  @Test
  void aCursorSomebodyMadeUpIsRefused() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?cursor=abc")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/cursor"));
  }

  static String cursor(String link) {
    return link.replaceAll("^<.*(cursor=[^&>]+).*$", "$1");
  }
}
