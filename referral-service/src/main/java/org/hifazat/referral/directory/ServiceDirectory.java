package org.hifazat.referral.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Services of registered agencies: those that can be referred to through the platform, in the shape
 * of Open Referral HSDS 3.
 */
@ApplicationScoped
public class ServiceDirectory {
  private final Session session;

  ServiceDirectory(Session session) {
    this.session = session;
  }

  public record Name(String en, String ur, String ps) {}

  public record Organization(UUID id, Name name) {}

  /**
   * @param agencyId who would carry it out, and to whom consent to sharing is given
   * @param assuredDate when somebody last verified the entry; null when nobody has
   */
  public record Service(
      UUID id,
      Name name,
      String category,
      Organization organization,
      UUID agencyId,
      List<String> districtCodes,
      @Nullable String phone,
      @Nullable String alert,
      @Nullable LocalDate assuredDate) {}

  private static final String SELECT =
      """
      select s.id, s.name_en, s.name_ur, s.name_ps, s.category, o.id, o.name_en, o.name_ur, o.name_ps,
             s.phone, s.alert, s.assured_date,
             array(select a.district_code from service_area a where a.service_id = s.id order by 1)
        from service s join organization o on o.id = s.organization_id
       where s.status = 'active'
         and exists (select 1 from known_agency k where k.agency_id = o.id) and""";

  /**
   * Active services by name.
   *
   * @param category null for any
   * @param districtCode null for any
   * @param after id of the last service seen; null for the first page
   */
  @Transactional
  public List<Service> find(
      @Nullable String category, @Nullable String districtCode, @Nullable UUID after, int limit) {
    return session
        .createNativeQuery(
            SELECT
                + """
                 (cast(:category as text) is null or s.category = :category)
                 and (cast(:district as text) is null or exists (select 1 from service_area a
                      where a.service_id = s.id and a.district_code = :district))
                 and (cast(:after as uuid) is null or (s.name_en, o.name_en, s.id) >
                      (select l.name_en, p.name_en, l.id from service l
                         join organization p on p.id = l.organization_id where l.id = :after))
                 order by s.name_en, o.name_en, s.id limit :limit""",
            Object[].class)
        .setParameter("category", category, String.class)
        .setParameter("district", districtCode, String.class)
        .setParameter("after", after, UUID.class)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(ServiceDirectory::service)
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Service> active(UUID id) {
    return session
        .createNativeQuery(SELECT + " s.id = :id", Object[].class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .map(ServiceDirectory::service);
  }

  private static Service service(Object[] row) {
    return new Service(
        (UUID) row[0],
        new Name((String) row[1], (String) row[2], (String) row[3]),
        (String) row[4],
        new Organization(
            (UUID) row[5], new Name((String) row[6], (String) row[7], (String) row[8])),
        (UUID) row[5],
        List.of((String[]) row[12]),
        (String) row[9],
        (String) row[10],
        date(row[11]));
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
