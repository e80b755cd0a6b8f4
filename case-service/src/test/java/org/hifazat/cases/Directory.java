package org.hifazat.cases;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;

/** The part of the province the tests play in, told to the service the way identity tells it. */
public final class Directory {
  private static final String TOPIC = "hifazat.directory.v1";

  private Directory() {}

  /**
   * Told once; later calls find it known. The few workers of the tests open hundreds of cases: a
   * test of the limits sets those that are shipped.
   */
  public static synchronized void known(DataSource database) {
    Backstage.execute(
        "update caseload_policy set warn_at = 20000, reason_at = 25000, approval_at = 30000"
            + " where warn_at <> 20000");
    if (isKnown(database)) {
      return;
    }
    district("peshawar", Persona.PESHAWAR);
    district("mardan", Persona.MARDAN);
    district("torghar", null);
    unit("peshawar", Persona.PESHAWAR);
    unit("mardan", Persona.MARDAN);
    String supervisor = Persona.SUPERVISOR.staffId().orElseThrow().toString();
    for (Persona persona :
        new Persona[] {
          Persona.SOCIAL_WORKER, Persona.PROTECTION_OFFICER, Persona.PSYCHOLOGIST,
          Persona.SUPERVISOR, Persona.OTHER_UNIT_SOCIAL_WORKER, Persona.OTHER_UNIT_SUPERVISOR
        }) {
      staff(persona, supervisor);
      certificate(persona);
    }
    staff(Persona.COLLEAGUE, supervisor);
    send(
        "agency-registered",
        Persona.LEGAL_AID,
        """
        {"agencyId":"%s","kind":"legal-aid","nameEn":"Legal aid","nameUr":"Legal aid","namePs":"Legal aid",
         "districtCodes":["peshawar"]}"""
            .formatted(Persona.LEGAL_AID));
    Awaitility.await("the directory is known").until(() -> isKnown(database));
  }

  private static boolean isKnown(DataSource database) {
    return count(database, "select count(*) from known_certificate") >= 6
        && count(database, "select count(*) from known_staff") >= 7
        && count(database, "select count(*) from known_district") >= 3
        && count(database, "select count(*) from known_agency") >= 1
        && count(database, "select count(*) from known_unit_district") >= 2;
  }

  public static long count(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A district that serves for one test, with or without a unit; from a day until a day. */
  public static void district(DataSource database, String code, long version, String more) {
    String payload =
        """
        {"districtCode":"%s","division":"peshawar","nameEn":"%s","nameUr":"%s","namePs":"%s",
         "validFrom":"2000-01-01"%s}"""
            .formatted(code, code, code, code, more);
    Events.send(
        TOPIC,
        "org.hifazat.directory.district-listed.v1",
        code,
        version,
        UUID.randomUUID(),
        payload);
    Awaitility.await("the district is known")
        .until(
            () ->
                count(
                        database,
                        "select count(*) from known_district where code = '%s' and version >= %d"
                            .formatted(code, version))
                    == 1);
  }

  private static void district(String code, @Nullable String unit) {
    send(
        "district-listed",
        code,
        """
        {"districtCode":"%s","division":"peshawar","nameEn":"%s","nameUr":"%s","namePs":"%s",
         "validFrom":"2000-01-01"%s}"""
            .formatted(code, code, code, code, unit == null ? "" : ",\"unitId\":\"" + unit + "\""));
  }

  private static void unit(String code, String id) {
    send(
        "unit-established",
        id,
        """
        {"unitId":"%s","code":"%s","nameEn":"%s","nameUr":"%s","namePs":"%s",
         "managementLine":"settled","districtCodes":["%s"]}"""
            .formatted(id, code, code, code, code, code));
  }

  private static void staff(Persona persona, String supervisor) {
    String id = persona.staffId().orElseThrow().toString();
    send(
        "staff-enrolled",
        id,
        """
        {"staffId":"%s","unitId":"%s","roles":["%s"],"supervisorId":"%s","active":true}"""
            .formatted(
                id,
                persona.unitId().orElseThrow(),
                String.join("\",\"", persona.roles()),
                supervisor));
  }

  private static void certificate(Persona persona) {
    String id = persona.staffId().orElseThrow().toString();
    send(
        "certificate-awarded",
        id,
        """
        {"staffId":"%s","level":1,"validFrom":"2000-01-01","validTo":"2099-12-31"}"""
            .formatted(id));
  }

  private static void send(String name, String key, String payload) {
    String type = "org.hifazat.directory." + name + ".v1";
    UUID id = UUID.nameUUIDFromBytes((type + key).getBytes(StandardCharsets.UTF_8));
    Events.send(TOPIC, type, key, 1, id, payload);
  }
}
