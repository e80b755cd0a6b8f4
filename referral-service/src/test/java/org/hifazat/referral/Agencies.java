package org.hifazat.referral;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The agencies the tests refer to, told to the service the way identity tells it. */
final class Agencies {
  private Agencies() {}

  /** The personas' two agencies are in the directory. */
  static void known() {
    if (listed(Backstage.LEGAL_AID) && listed(Backstage.HOSPITAL)) {
      return;
    }
    register(Backstage.LEGAL_AID, 1, "legal-aid", "Peshawar Legal Aid Centre", "\"peshawar\"");
    register(Backstage.HOSPITAL, 1, "hospital", "Mardan Medical Complex", "\"mardan\"");
    Awaitility.await("the agencies are listed")
        .until(() -> listed(Backstage.LEGAL_AID) && listed(Backstage.HOSPITAL));
  }

  /** Returns the id of the event. */
  static UUID register(UUID agency, long version, String kind, String name, String districts) {
    UUID event = UUID.randomUUID();
    Topic.send(
        Topic.DIRECTORY,
        Topic.AGENCY_REGISTERED,
        agency,
        version,
        event,
        """
        {"agencyId":"%s","kind":"%s","nameEn":"%s","nameUr":"ادارہ","namePs":"اداره","districtCodes":[%s]}"""
            .formatted(agency, kind, name, districts));
    return event;
  }

  /** A second entry of an agency, for tests that change one: nobody has verified it. */
  static UUID entry(Object agency) {
    UUID organization = UUID.fromString(agency.toString());
    UUID id = UUID.nameUUIDFromBytes(("entry of " + agency).getBytes(StandardCharsets.UTF_8));
    Backstage.execute(
        "insert into service (id, organization_id, name_en, name_ur, name_ps, category, status)"
            + " values (?, ?, 'Second entry', 'اندراج', 'ننوتنه', 'legal-aid', 'active')"
            + " on conflict (id) do update set assured_date = null, category = 'legal-aid', status = 'active'",
        id,
        organization);
    return id;
  }

  static boolean listed(UUID agency) {
    return Backstage.count(
            "select count(*) from service_area a join service s on s.id = a.service_id"
                + " where s.organization_id = ?",
            agency)
        > 0;
  }
}
