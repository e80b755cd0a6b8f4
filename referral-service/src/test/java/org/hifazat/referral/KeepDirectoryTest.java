package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.with;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who keeps the directory, and how it goes in and out. */
@HifazatTest(service = "referrals")
class KeepDirectoryTest {
  private static final UUID PLACE = UUID.fromString("0193a000-0000-7000-8000-0000000000d1");
  private static final String AT = "service_at_locations[0].location.";

  private final MutableClock clock;
  private final Database asSomebody;
  private UUID entry = Backstage.LEGAL_AID;
  private String own = "";

  KeepDirectoryTest(MutableClock clock, AgroalDataSource database, CallerContext callers) {
    this.clock = clock;
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    entry = Agencies.entry(Persona.LEGAL_AID);
    own = "/v1/hsds/services/" + entry;
  }

  @Test
  void anAgencyKeepsItsOwnEntryAndWhomToAskForIsNotForOtherAgencies() {
    clock.stopAt(Instant.parse("2026-11-23T04:00:00Z"));
    Map<String, Object> body = entry();
    String before = etag();
    as(Persona.PARTNER_WORKER)
        .header("If-Match", before)
        .body(json(body))
        .put(own)
        .then()
        .statusCode(200)
        .body("languages.code", contains("ps", "ur"))
        .body("capacities[0].available", equalTo(3))
        .body("capacities[0].unit.name", equalTo("appointments"))
        .body("schedules[0].closes_at", equalTo("24:00"))
        .body("minimum_age", equalTo(0))
        .body("assured_date", equalTo("2026-11-23"))
        .body("assurance_overdue", equalTo(false))
        .body("contacts[0].name", equalTo("Invented Advocate"))
        .body("category", equalTo("legal-aid"));
    as(Persona.PARTNER_WORKER)
        .header("If-Match", before)
        .body(json(body))
        .put(own)
        .then()
        .statusCode(412);
    as(Persona.SOCIAL_WORKER)
        .get(own)
        .then()
        .body("contacts[0].phones[0].number", equalTo("0000-1"));
    as(Persona.OTHER_PARTNER_WORKER).get(own).then().statusCode(200).body("contacts", nullValue());
    assertThat(
            Backstage.count(
                "select count(*) from service s where s::text like '%Invented Advocate%'"))
        .isZero();
    assertThat(Backstage.audit("KEEP_SERVICE", entry)).contains("performed assured");
    // Ninety days later it holds, a day after it is warned about.
    clock.stopAt(Instant.parse("2027-02-21T04:00:00Z"));
    as(Persona.SOCIAL_WORKER).get(own).then().body("assurance_overdue", equalTo(false));
    clock.stopAt(Instant.parse("2027-02-22T04:00:00Z"));
    as(Persona.SOCIAL_WORKER).get(own).then().body("assurance_overdue", equalTo(true));
    as(Persona.COMMISSION_ADMIN)
        .header("If-Match", etag())
        .post(own + "/assurance")
        .then()
        .statusCode(200)
        .body("assured_date", equalTo("2027-02-22"))
        .body("languages.code", contains("ps", "ur"));
    as(Persona.PARTNER_SYSTEM)
        .header("If-Match", etag())
        .body(json(Map.of("capacities", List.of(room("appointments", 0)))))
        .put(own + "/capacities")
        .then()
        .statusCode(200)
        .body("capacities[0].available", equalTo(0))
        .body("alert", equalTo("Closed on Fridays"));
  }

  @Test
  void anotherAgencysEntryIsNotTouched() {
    String etag = etag();
    for (Persona persona : List.of(Persona.OTHER_PARTNER_WORKER, Persona.SOCIAL_WORKER)) {
      as(persona).header("If-Match", etag).body(json(entry())).put(own).then().statusCode(403);
    }
    String here = " where id = '" + entry + "'";
    assertThat(
            asSomebody.change(
                Persona.OTHER_PARTNER_WORKER, "update service set alert = 'x'" + here))
        .isZero();
    assertThat(asSomebody.change(Persona.SOCIAL_WORKER, "update service set alert = 'x'" + here))
        .isZero();
    assertThat(etag()).isEqualTo(etag);
  }

  @Test
  void whatCannotBeIsRefusedWithItsPlace() {
    String etag = etag();
    refused(
        with(with(entry(), "minimum_age", 9), "maximum_age", 3),
        etag,
        "/services/0/maximum_age",
        "below-minimum");
    refused(
        with(entry(), "capacities", List.of(room("elephants", 1))),
        etag,
        "/services/0/capacities",
        "unit-unknown");
    refused(
        with(
            entry(),
            "schedules",
            List.of(Map.of("byday", "MO", "opens_at", "17:00", "closes_at", "09:00"))),
        etag,
        "/services/0/schedules",
        "closes-before-it-opens");
    as(Persona.PARTNER_WORKER)
        .header("If-Match", etag)
        .body(json(with(entry(), "category", "court")))
        .put(own)
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown-field"));
    as(Persona.PARTNER_WORKER).body(json(entry())).put(own).then().statusCode(428);
    assertThat(etag()).isEqualTo(etag);
  }

  @Test
  void anAgencySaysWhereItIsAndWhoCanEnterButNotOfAPlaceOthersHaveToo() {
    Map<String, Object> place = place("Step-free entrance, ramp on the left");
    places(Persona.PARTNER_WORKER, List.of(place))
        .then()
        .statusCode(200)
        .body(AT + "accessibility[0].description", equalTo("Step-free entrance, ramp on the left"))
        .body(AT + "addresses[0].address_1", equalTo("7 Invented Road"));
    place = place("No lift");
    places(Persona.PARTNER_SYSTEM, List.of(place))
        .then()
        .statusCode(200)
        .body(AT + "accessibility[0].description", equalTo("No lift"));
    assertThat(Backstage.audit("KEEP_SERVICE", entry)).contains("performed places");
    places(Persona.OTHER_PARTNER_WORKER, List.of(place)).then().statusCode(403);
    places(Persona.PARTNER_WORKER, List.of(place, place))
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("twice"));
    places(Persona.PARTNER_WORKER, List.of(with(place, "district_code", "Not A Code")))
        .then()
        .statusCode(400);
    Backstage.execute(
        "insert into service_at_location (id, service_id, location_id) values (gen_random_uuid(), ?, ?)",
        Agencies.entry(Persona.HOSPITAL),
        PLACE);
    places(Persona.PARTNER_WORKER, List.of(place("Nobody can enter")))
        .then()
        .statusCode(422)
        .body("code", equalTo("directory-entry-refused"))
        .body("errors.code", contains("place-of-others"));
    assertThat(
            asSomebody.change(
                Persona.PARTNER_WORKER,
                "update location set accessibility = 'x' where id = '" + PLACE + "'"))
        .isZero();
    List<Object> asItIs = as(Persona.PARTNER_WORKER).get(own).path("service_at_locations.location");
    places(Persona.PARTNER_WORKER, asItIs).then().statusCode(200);
    places(Persona.COMMISSION_ADMIN, List.of(place("By the side door")))
        .then()
        .statusCode(200)
        .body(AT + "accessibility[0].description", equalTo("By the side door"));
    places(Persona.PARTNER_WORKER, List.of())
        .then()
        .statusCode(200)
        .body("service_at_locations", nullValue());
    Backstage.execute("delete from service_at_location where location_id = ?", PLACE);
  }

  @Test
  void theCommissionSaysWhatAnEntryIsCalledOfWhichKindItIsAndWhomItServes() {
    Map<String, Object> identity =
        Map.of(
            "names",
            Map.of("en", "Legal desk", "ur", "قانونی ڈیسک", "ps", "حقوقي مېز"),
            "category",
            "psychosocial",
            "service_areas",
            List.of(Map.of("extent", "khyber-pakhtunkhwa", "extent_type", "province")),
            "source",
            "Invented notification");
    identity(Persona.PARTNER_WORKER, identity).then().statusCode(403);
    identity(Persona.COMMISSION_ADMIN, identity)
        .then()
        .statusCode(200)
        .body("name", equalTo("Legal desk"))
        .body("names.ur", equalTo("قانونی ڈیسک"))
        .body("category", equalTo("psychosocial"))
        .body("service_areas.extent", contains("khyber-pakhtunkhwa"))
        .body("source", equalTo("Invented notification"))
        .body("status", equalTo("active"));
    identity(Persona.COMMISSION_ADMIN, with(new LinkedHashMap<>(identity), "category", "castle"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("category-unknown"));
    identity(
            Persona.COMMISSION_ADMIN,
            with(new LinkedHashMap<>(identity), "service_areas", List.of()))
        .then()
        .statusCode(400);
    assertThat(Backstage.audit("KEEP_SERVICE", entry)).contains("performed identity");
    asItWas(identity);
  }

  private void asItWas(Map<String, Object> identity) {
    Map<String, Object> before = new LinkedHashMap<>(identity);
    before.put("category", "legal-aid");
    before.put("service_areas", List.of(Map.of("extent", "peshawar", "extent_type", "district")));
    identity(Persona.COMMISSION_ADMIN, before).then().statusCode(200);
  }

  private Response places(Persona persona, List<?> places) {
    return as(persona)
        .header("If-Match", etag())
        .body(json(Map.of("places", places)))
        .put(own + "/places");
  }

  private Response identity(Persona persona, Map<String, Object> identity) {
    return as(persona).header("If-Match", etag()).body(json(identity)).put(own + "/identity");
  }

  private static Map<String, Object> place(String access) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("id", PLACE.toString());
    place.put("name", "Invented office");
    place.put("district_code", "peshawar");
    place.put("addresses", List.of(Map.of("address_1", "7 Invented Road")));
    place.put("accessibility", List.of(Map.of("description", access)));
    return place;
  }

  @Test
  void aFileIsTakenWholeOrNotAtAllAndLookedAtFirst() {
    UUID organization = UUID.randomUUID();
    UUID service = UUID.randomUUID();
    Map<String, Object> file = file(organization, service, "shelter");
    take(with(file, "dry_run", true)).then().statusCode(200).body("servicesCreated", equalTo(1));
    as(Persona.COMMISSION_ADMIN).get("/v1/hsds/services/" + service).then().statusCode(404);
    take(file(organization, service, "castle"))
        .then()
        .statusCode(422)
        .body("code", equalTo("directory-entry-refused"))
        .body("errors.code", contains("category-unknown"));
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/hsds/organizations/" + organization)
        .then()
        .statusCode(404);
    take(file).then().statusCode(200).body("organizationsCreated", equalTo(1));
    take(file)
        .then()
        .statusCode(200)
        .body("organizationsReplaced", equalTo(1))
        .body("servicesReplaced", equalTo(1));
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/hsds/services/" + service)
        .then()
        .body("names.ur", equalTo("فرضی گھر"))
        .body("service_areas.extent", contains("hangu"))
        .body("service_at_locations[0].location.district_code", equalTo("hangu"));
    Response export = as(Persona.COMMISSION_ADMIN).get("/v1/hsds/export");
    export.then().statusCode(200).body("services.id", hasItem(service.toString()));
    Map<String, Object> back = export.path("services.find { it.id == '" + service + "' }");
    take(Map.of("organizations", List.of(), "services", List.of(back), "dry_run", false))
        .then()
        .statusCode(200)
        .body("servicesReplaced", equalTo(1));
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/hsds/export.csv")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(containsString("\"'=HYPERLINK(1)\""))
        .body(containsString("فرضی گھر"));
  }

  @Test
  void aHoleOrACharacterNoDatabaseHoldsIsRefused() {
    for (String body :
        List.of(
            "{\"status\":\"active\",\"assured\":false,\"schedules\":[null]}",
            "{\"status\":\"active\",\"assured\":false,\"alert\":\"a\\u0000b\"}")) {
      as(Persona.PARTNER_WORKER)
          .header("If-Match", etag())
          .body(body)
          .put(own)
          .then()
          .statusCode(400);
    }
    as(Persona.COMMISSION_ADMIN)
        .body("{\"organizations\":[null],\"dry_run\":true}")
        .post("/v1/hsds/import")
        .then()
        .statusCode(400);
    as(Persona.COMMISSION_ADMIN)
        .body("{\"services\":[{\"name\":\"x\"}],\"dry_run\":true}")
        .post("/v1/hsds/import")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/services/0/id"));
  }

  private void refused(Map<String, Object> body, String etag, String at, String code) {
    as(Persona.PARTNER_WORKER)
        .header("If-Match", etag)
        .body(json(body))
        .put(own)
        .then()
        .statusCode(422)
        .body("code", equalTo("directory-entry-refused"))
        .body("errors.pointer", hasItem(at))
        .body("errors.code", hasItem(code));
  }

  private static Response take(Map<String, Object> file) {
    return as(Persona.COMMISSION_ADMIN).body(json(file)).post("/v1/hsds/import");
  }

  private static Map<String, Object> file(UUID organization, UUID service, String category) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", service.toString());
    entry.put("organization_id", organization.toString());
    entry.put("name", "=HYPERLINK(1)");
    entry.put("names", Map.of("en", "=HYPERLINK(1)", "ur", "فرضی گھر", "ps", "فرضي کور"));
    entry.put("category", category);
    entry.put("status", "active");
    entry.put("service_areas", List.of(Map.of("extent", "hangu", "extent_type", "district")));
    entry.put(
        "service_at_locations",
        List.of(
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "location",
                Map.of(
                    "id",
                    UUID.randomUUID().toString(),
                    "name",
                    "Invented place",
                    "district_code",
                    "hangu"))));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put(
        "organizations", List.of(Map.of("id", organization.toString(), "name", "Invented Trust")));
    file.put("services", List.of(entry));
    file.put("dry_run", false);
    return file;
  }

  private static Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("status", "active");
    entry.put("alert", "Closed on Fridays");
    entry.put("minimum_age", 0);
    entry.put("maximum_age", 17);
    entry.put("cost", "free");
    entry.put("languages", List.of(Map.of("code", "ps"), Map.of("code", "ur")));
    entry.put(
        "schedules", List.of(Map.of("byday", "SA,SU", "opens_at", "09:00", "closes_at", "24:00")));
    entry.put("capacities", List.of(room("appointments", 3)));
    entry.put(
        "focal_person",
        Map.of("title", "Duty lawyer", "name", "Invented Advocate", "phone", "0000-1"));
    entry.put("assured", true);
    return entry;
  }

  private static Map<String, Object> room(String unit, int available) {
    return Map.of("unit", Map.of("name", unit), "available", available, "maximum", 10);
  }

  private String etag() {
    return as(Persona.COMMISSION_ADMIN).get(own).header("ETag");
  }
}
