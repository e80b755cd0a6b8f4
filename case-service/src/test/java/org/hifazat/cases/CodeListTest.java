package org.hifazat.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are data: a form offers those of today. */
@HifazatTest(service = "cases")
class CodeListTest {
  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @AfterEach
  void withoutOurOwnCode() {
    Backstage.execute("delete from code_entry where code = 'by-drone'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "urgency", "concern", "language", "reporter-relation"})
  void everyListHasItsLabelsInThreeLanguages(String list) {
    as(Persona.HELPLINE_OPERATOR)
        .get("/v1/code-lists/" + list)
        .then()
        .statusCode(200)
        .body("items.code", everyItem(notNullValue()))
        .body("items.nameEn", everyItem(notNullValue()))
        .body("items.nameUr", everyItem(notNullValue()))
        .body("items.namePs", everyItem(notNullValue()));
  }

  @Test
  void theChannelsAreThoseOfTheProvince() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/code-lists/channel")
        .then()
        .body("items.code", hasItems("helpline-1121", "police", "court"))
        .body("items[0].code", equalTo("helpline-1121"));
  }

  @Test
  void aCodeIsOfferedAndAcceptedWhileItIsValidOnly() {
    Backstage.execute(
        "insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from, valid_to)"
            + " values ('channel', 'by-drone', 'Drone', 'ڈرون', 'ډرون', 99, '2020-01-01', current_date + 39)");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/code-lists/channel")
        .then()
        .body("items.code", hasItem("by-drone"));
    clock.advance(Duration.ofDays(400));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/code-lists/channel")
        .then()
        .body("items.code", not(hasItem("by-drone")));
  }

  @Test
  void aListThatDoesNotExistIsNotFound() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/code-lists/colours")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void whoDoesNoCaseworkIsRefusedAndNobodyIsNobody() {
    as(Persona.PARTNER_WORKER).get("/v1/code-lists/channel").then().statusCode(403);
    given().get("/v1/code-lists/channel").then().statusCode(401);
  }
}
