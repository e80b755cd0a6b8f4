package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the directory told, however often and in whatever order it arrives. */
@HifazatTest(service = "cases")
class DirectoryFactsTest {
  private static final String TOPIC = "hifazat.directory.v1";
  private static final String PREFIX = "org.hifazat.directory.";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    Directory.known(database);
  }

  @Test
  void anOlderWordOnAMemberOfStaffNeverOverwritesANewerOne() {
    UUID staff = UUID.randomUUID();
    enrolled(staff, 2, false);
    enrolled(staff, 1, true);
    assertThat(
            Backstage.texts(
                "select active || ' ' || version from known_staff where staff_id = ?", staff))
        .containsExactly("false 2");
  }

  @Test
  void anOlderWordOnAUnitNeverOverwritesANewerOne() {
    UUID unit = UUID.randomUUID();
    String first = "x" + unit.toString().substring(0, 8);
    String second = "y" + unit.toString().substring(0, 8);
    established(unit, 2, second);
    established(unit, 1, first);
    assertThat(
            Backstage.texts(
                "select district_code from known_unit_district where unit_id = ?", unit))
        .containsExactly(second);
    Backstage.execute("delete from known_unit where unit_id = ?", unit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "district-listed.v1",
        "unit-established.v1",
        "staff-enrolled.v1",
        "certificate-awarded.v1",
        "agency-registered.v1"
      })
  void theExamplesOfTheContractCanBeRead(String type) {
    for (String example : EventContracts.load().examples(PREFIX + type)) {
      UUID event = UUID.randomUUID();
      Events.sendRaw(TOPIC, PREFIX + type, event.toString(), 0, event, example);
      UUID after = UUID.randomUUID();
      Events.sendRaw(
          TOPIC, PREFIX + "staff-enrolled.v1", event.toString(), 1, after, staff(after, true));
      applied(after);
    }
    assertThat(
            Topic.all(TOPIC + ".case-service.dead-letter").stream()
                .filter(record -> Topic.type(record).endsWith(type)))
        .isEmpty();
    Backstage.execute(
        "delete from known_unit_district where district_code in ('peshawar', 'mardan') and unit_id not in (?::uuid, ?::uuid)",
        Persona.PESHAWAR,
        Persona.MARDAN);
  }

  private static void enrolled(UUID staff, long version, boolean active) {
    UUID event = UUID.randomUUID();
    Events.send(
        TOPIC,
        PREFIX + "staff-enrolled.v1",
        staff.toString(),
        version,
        event,
        staff(staff, active));
    applied(event);
  }

  private static String staff(UUID staff, boolean active) {
    return """
        {"staffId":"%s","unitId":"%s","roles":["social-worker"],"active":%s}"""
        .formatted(staff, Persona.MARDAN, active);
  }

  private static void established(UUID unit, long version, String district) {
    UUID event = UUID.randomUUID();
    Events.send(
        TOPIC,
        PREFIX + "unit-established.v1",
        unit.toString(),
        version,
        event,
        """
        {"unitId":"%s","code":"invented","nameEn":"I","nameUr":"I","namePs":"I","managementLine":"settled",
         "districtCodes":["%s"]}"""
            .formatted(unit, district));
    applied(event);
  }

  private static void applied(UUID event) {
    Awaitility.await("the event is applied")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }
}
