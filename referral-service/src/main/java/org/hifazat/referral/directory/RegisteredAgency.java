package org.hifazat.referral.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * An agency as identity tells of it, a sandbox too. Its first entry of the directory has its id.
 *
 * @param kind as in legal-aid
 * @param districtCodes whom it serves
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegisteredAgency(
    UUID agencyId,
    String kind,
    String nameEn,
    String nameUr,
    String namePs,
    List<String> districtCodes) {

  /** Its first entry serves these districts, and no others any more. */
  public void serve(Session session) {
    session
        .createNativeMutationQuery("delete from service_area where service_id = :id")
        .setParameter("id", agencyId)
        .executeUpdate();
    session
        .createNativeMutationQuery(
            """
            insert into service_area (service_id, district_code)
            select distinct s.id, d from service s, unnest(cast(:districts as text[])) as d where s.id = :id""")
        .setParameter("id", agencyId)
        .setParameter("districts", districtCodes.toArray(String[]::new))
        .executeUpdate();
  }
}
