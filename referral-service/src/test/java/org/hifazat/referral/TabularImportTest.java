package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hifazat.referral.Requests.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** A tabular package of Open Referral comes whole into the directory, or not at all. */
@HifazatTest(service = "referrals")
class TabularImportTest {
  private final String organization = UUID.randomUUID().toString();
  private final String service = UUID.randomUUID().toString();

  @Test
  void aPackageIsTakenWithItsPartsAndReplacesWhatItNames() {
    Response looked = take(files(), true);
    looked.then().statusCode(200).body("servicesCreated", equalTo(1));
    as(Persona.COMMISSION_ADMIN).get("/v1/hsds/services/" + service).then().statusCode(404);
    take(files(), false).then().statusCode(200).body("organizationsCreated", equalTo(1));
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/hsds/services/" + service)
        .then()
        .statusCode(200)
        .body("name", equalTo("Shelter, \"the old\" house"))
        .body("names.ur", equalTo("پرانا گھر"))
        .body("minimum_age", equalTo(6))
        .body("phones.number", contains("+92 91 0000000"))
        .body("languages.code", contains("ps", "ur"))
        .body("service_areas.extent", contains("hangu"))
        .body("schedules[0].byday", equalTo("MO,TU"))
        .body("capacities[0].available", equalTo(4))
        .body("service_at_locations[0].location.addresses[0].address_1", equalTo("Bazaar road"));
    take(files(), false).then().statusCode(200).body("servicesReplaced", equalTo(1));
  }

  @Test
  void whatCannotBeIsToldByFileLineAndColumnAndNothingIsWritten() {
    Map<String, String> files = files();
    files.put(
        "services.csv",
        """
        id,organization_id,name,category,status,minimum_age
        %s,%s,"Two
        lines",shelter,active,6
        %s,%s,,no-such-kind,open,many
        nobody,%s,Named,shelter,active,7
        """
            .formatted(service, organization, UUID.randomUUID(), organization, organization));
    files.put("phones.csv", "id,service_id,number\n1,unknown,+92\n2," + service + "\n");
    refused(files)
        .body(
            "errors.findAll { it.pointer.startsWith('/services.csv/4/') }.pointer.unique()",
            contains("/services.csv/4/minimum_age"))
        .body(
            "errors.pointer.findAll { it.startsWith('/services.csv/5') }",
            contains("/services.csv/5/id"))
        .body(
            "errors.findAll { it.pointer == '/phones.csv/2/service_id' }.code", contains("unknown"))
        .body("errors.findAll { it.pointer == '/phones.csv/3' }.code", contains("columns"));
    files = files();
    files.computeIfPresent("services.csv", (name, text) -> text.replace(",shelter,", ",circus,"));
    refused(files)
        .body("errors.pointer", contains("/services.csv/2/category"))
        .body("errors.code", contains("category-unknown"));
    files = files();
    files.computeIfPresent("schedules.csv", (name, text) -> text.replace("09:00", "nine"));
    refused(files).body("errors.pointer", contains("/schedules.csv/2/opens_at"));
    files = files();
    files.put("service.csv", "id\n");
    refused(files).body("errors.code", contains("twice"));
    send("not a zip".getBytes(StandardCharsets.UTF_8), false)
        .then()
        .statusCode(422)
        .body("errors.code", contains("no-tables"));
    send(zip(Map.of("big.csv", "a".repeat(9 << 20))), false)
        .then()
        .statusCode(422)
        .body("errors.code", contains("too-large"));
    send(zip(Map.of("organization.csv", "id\n" + "a\n".repeat(4_000_000))), false)
        .then()
        .statusCode(422)
        .body("errors.size()", equalTo(500))
        .body("errors.code", hasItem("too-many"));
    send(zip(Map.of("services.csv", "id\n" + ",".repeat(8_000_000) + "\na,b\n")), false)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/services.csv/2", "/services.csv/3"))
        .body("errors.code", contains("columns", "columns"));
    files = files();
    files.computeIfPresent(
        "addresses.csv",
        (name, text) -> text + (text.lines().skip(1).findFirst().orElseThrow() + "\n").repeat(5));
    refused(files).body("errors.pointer", contains("/addresses.csv/7/location_id"));
    as(Persona.SUPERVISOR)
        .contentType(ContentType.BINARY)
        .body(zip(files()))
        .post("/v1/hsds/import.zip")
        .then()
        .statusCode(403);
    assertThat(
            Backstage.count(
                "select count(*) from organization where id = ?", UUID.fromString(organization)))
        .isZero();
  }

  private Map<String, String> files() {
    String place = UUID.randomUUID().toString();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("datapackage.json", "{}");
    files.put(
        "organizations.csv",
        "\uFEFFid,name,description,website\r\n"
            + organization
            + ",Invented House,\"Takes in, and feeds\",https://house.example\r\n");
    files.put(
        "services.csv",
        "id,organization_id,name,name_ur,name_ps,category,status,minimum_age,maximum_age\n"
            + service
            + ","
            + organization
            + ",\"Shelter, \"\"the old\"\" house\",پرانا گھر,زوړ کور,shelter,active,6,17\n");
    files.put(
        "phones.csv",
        "id,organization_id,service_id,number\n1,%s,,+92 1\n2,,%s,+92 91 0000000\n"
            .formatted(organization, service));
    files.put("languages.csv", "id,service_id,code\n1,%1$s,ps\n2,%1$s,ur\n".formatted(service));
    files.put(
        "service_areas.csv",
        "id,service_id,extent,extent_type\n1,%s,hangu,district\n".formatted(service));
    files.put(
        "schedules.csv",
        "id,service_id,byday,opens_at,closes_at\n1,%s,\"MO,TU\",09:00,16:00\n".formatted(service));
    files.put("units.csv", "id,name\nu1,%s\n".formatted(unit()));
    files.put(
        "service_capacity.csv",
        "id,service_id,unit_id,available,maximum\n1,%s,u1,4,10\n".formatted(service));
    files.put("locations.csv", "id,name,district_code\n%s,Old house,hangu\n".formatted(place));
    files.put(
        "addresses.csv",
        "id,location_id,address_1,city\n1,%s,Bazaar road,Hangu\n".formatted(place));
    files.put(
        "service_at_locations.csv",
        "id,service_id,location_id\n%s,%s,%s\n".formatted(UUID.randomUUID(), service, place));
    return files;
  }

  private static String unit() {
    return Backstage.texts("select code from capacity_unit order by code limit 1").getFirst();
  }

  private ValidatableResponse refused(Map<String, String> files) {
    return take(files, false)
        .then()
        .statusCode(422)
        .body("code", equalTo("directory-entry-refused"));
  }

  private static Response take(Map<String, String> files, boolean dryRun) {
    return send(zip(files), dryRun);
  }

  private static Response send(byte[] zip, boolean dryRun) {
    return as(Persona.COMMISSION_ADMIN)
        .contentType(ContentType.BINARY)
        .body(zip)
        .post("/v1/hsds/import.zip?dryRun=" + dryRun);
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("package/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return bytes.toByteArray();
  }
}
