package org.hifazat.identity;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.List;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DirectoryTest {

  @Test
  void theProvinceHasFortyDistrictsInThreeLanguages() {
    Http.as(Persona.HELPLINE_OPERATOR)
        .get("/v1/districts")
        .then()
        .statusCode(200)
        .body("items", hasSize(40))
        .body("items.name.ur", everyItem(not(emptyString())))
        .body("items.find { it.code == 'peshawar' }.unitId", equalTo(Persona.PESHAWAR))
        .body("items.find { it.code == 'peshawar' }.name.ps", equalTo("پېښور"))
        .body("items.find { it.code == 'tank' }.unitId", nullValue())
        .body("items.find { it.code == 'upper-swat' }.validFrom", equalTo("2025-12-19"));
  }

  @Test
  void thereAreTwentyFourUnitsUnderTwoDirectorates() {
    Http.as(Persona.SOCIAL_WORKER)
        .get("/v1/units")
        .then()
        .statusCode(200)
        .body("items", hasSize(24))
        .body("items.findAll { it.managementLine == 'merged' }", hasSize(7))
        .body("items.find { it.code == 'south-waziristan' }.districtCodes", hasSize(2))
        .body("items.findAll { it.districtCodes.isEmpty() }", is(List.of()));
  }

  @Test
  void iAmToldWhoIAmWithUnitAndCertificate() {
    Http.as(Persona.SOCIAL_WORKER)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .header("ETag", not(emptyString()))
        .body("staffId", equalTo(Persona.SOCIAL_WORKER.staffId().orElseThrow().toString()))
        .body("displayName", equalTo("Gulalai Yousafzai"))
        .body("roles", equalTo(Persona.SOCIAL_WORKER.roles()))
        .body("unit.districtCodes", equalTo(List.of("peshawar")))
        .body("certificate.level", is(1))
        .body("certificate.current", is(true));
  }

  @Test
  void aPersonOfAPartnerIsToldTheirAgency() {
    Http.as(Persona.PARTNER_WORKER)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("agency.id", equalTo(Persona.LEGAL_AID))
        .body("agency.name.en", equalTo("Peshawar Legal Aid Centre"))
        .body("staffId", nullValue());
  }
}
