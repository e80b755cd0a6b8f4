package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.sent;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list an agency's system asks for again and again. */
@HifazatTest(service = "referrals")
class PartnerListTest {
  private static final String LIST = "/partner/v1/referrals";

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void theListIsReadToItsEndInTheOrderOfChangeWithoutGapOrRepetition() {
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      mine.add(sent().id());
    }
    Instant first = modified(mine.getFirst());
    List<String> seen = new ArrayList<>();
    String query = "?limit=2&updatedSince=" + first;
    String next = query;
    while (next != null) {
      Response page = as(Persona.PARTNER_SYSTEM).urlEncodingEnabled(false).get(LIST + next);
      page.then().statusCode(200).body("items[0].packet", nullValue());
      seen.addAll(page.jsonPath().getList("items.id"));
      String link = page.header("Link");
      next = link == null ? null : query + "&" + ServiceDirectoryTest.cursor(link);
    }
    assertThat(seen).containsSubsequence(mine);
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
  }

  @Test
  void whatChangedSinceIsListedAndWhatDidNotIsNot() {
    Sent untouched = sent();
    Sent changed = sent();
    Instant since = modified(changed.id()).plusNanos(1_000);
    answered(changed, "acceptance", at(LATER));
    as(Persona.PARTNER_SYSTEM)
        .queryParam("updatedSince", since.toString())
        .get(LIST)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(changed.id()))
        .body("items.id", not(hasItem(untouched.id())))
        .body("items.find { it.id == '" + changed.id() + "' }.status", equalTo("accepted"));
    as(Persona.PARTNER_SYSTEM)
        .queryParam("updatedSince", "2999-01-01T00:00:00Z")
        .get(LIST)
        .then()
        .body("items", empty());
  }

  @Test
  void theInboxShowsEachReferralOnItsShelfAndAnotherAgencysOnNone() {
    Sent waiting = sent();
    Sent underWay = sent();
    Sent ended = sent();
    answered(underWay, "acceptance", at(LATER));
    answered(ended, "rejection", because(LATER, "at-capacity"));

    shelf("waiting").body("items.id", hasItem(waiting.id()));
    shelf("under-way")
        .body("items.id", hasItem(underWay.id()))
        .body("items.id", not(hasItem(waiting.id())))
        .body("items[0].packet", nullValue());
    shelf("ended").body("items.id", not(hasItem(waiting.id())));
    assertThat(everything("/partner/v1/inbox?shelf=ended")).contains(ended.id());
    as(Persona.OTHER_PARTNER_WORKER)
        .get("/partner/v1/inbox")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(waiting.id())));
    as(Persona.PARTNER_WORKER).get("/partner/v1/inbox?shelf=lost").then().statusCode(400);

    List<Instant> respondBy =
        shelf("waiting").extract().jsonPath().<String>getList("items.respondBy").stream()
            .map(Instant::parse)
            .toList();
    assertThat(respondBy).isSorted();
  }

  private static ValidatableResponse shelf(String name) {
    return as(Persona.PARTNER_WORKER)
        .queryParam("shelf", name)
        .queryParam("limit", 100)
        .get("/partner/v1/inbox")
        .then()
        .statusCode(200);
  }

  /** The ids in all pages of an agency's list. */
  static List<String> everything(String list) {
    return everything(Persona.PARTNER_SYSTEM, list);
  }

  static List<String> everything(Persona persona, String list) {
    List<String> ids = new ArrayList<>();
    String all = list + "&limit=100";
    String next = all;
    while (next != null) {
      Response page = as(persona).urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
      ids.addAll(page.jsonPath().getList("items.id"));
      String link = page.header("Link");
      next = link == null ? null : all + "&" + ServiceDirectoryTest.cursor(link);
    }
    return ids;
  }

  @Test
  void aCursorThatWasChangedOrIsOfAnotherListIsRefused() {
    sent();
    sent();
    Response page = as(Persona.PARTNER_SYSTEM).get(LIST + "?limit=1");
    String cursor = ServiceDirectoryTest.cursor(page.header("Link")).substring("cursor=".length());
    char last = cursor.charAt(10);
    String changed = cursor.substring(0, 10) + (last == 'A' ? 'B' : 'A') + cursor.substring(11);
    refused("cursor", changed, "/cursor");
    refused("cursor", cursor.substring(1), "/cursor");
    as(Persona.SOCIAL_WORKER)
        .queryParam("cursor", cursor)
        .get("/v1/services")
        .then()
        .statusCode(400);
  }

  @Test
  void aLimitOrATimeThatMakesNoSenseIsRefused() {
    refused("limit", "0", "/limit");
    refused("limit", "101", "/limit");
    refused("updatedSince", "yesterday", "/updatedSince");
    refused("updatedSince", "-999999999-01-01T00:00:00Z", "/updatedSince");
    refused("updatedSince", "+999999999-01-01T00:00:00Z", "/updatedSince");
  }

  private static void refused(String parameter, String value, String pointer) {
    as(Persona.PARTNER_SYSTEM)
        .queryParam(parameter, value)
        .get(LIST)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"))
        .body("errors[0].pointer", equalTo(pointer));
  }

  private static Instant modified(String id) {
    return Instant.parse(
        as(Persona.PARTNER_SYSTEM).get(LIST + "/" + id).jsonPath().getString("lastModified"));
  }
}
