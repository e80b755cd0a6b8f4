package org.hifazat.referral.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
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
   * @param provinceWide every district is served, whichever are named
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
      boolean provinceWide,
      @Nullable String phone,
      @Nullable String alert,
      @Nullable LocalDate assuredDate) {}

  private static final String SELECT =
      """
      select s.id, s.name_en, s.name_ur, s.name_ps, s.category, o.id, o.name_en, o.name_ur, o.name_ps,
             s.phone, s.alert, s.assured_date, s.province_wide,
             array(select a.district_code from service_area a where a.service_id = s.id order by 1)
        from service s join organization o on o.id = s.organization_id
       where s.status = 'active' and not o.sandbox
         and exists (select 1 from known_agency k where k.agency_id = o.id) and""";

  private static final String LISTED_FOR =
      """
      select coalesce(c.category, k.kind)
        from known_agency k left join service_category c on c.agency_kind = k.kind
       where k.agency_id = :agency""";

  private static final String IN_DISTRICT =
      " and (s.province_wide or exists (select 1 from service_area a"
          + " where a.service_id = s.id and a.district_code = :district))";

  /** Begins at the name in the index of names, and there goes by the organization's. */
  private static final String AFTER =
      " and s.name_en >= (select l.name_en from service l where l.id = :after)"
          + " and (s.name_en, o.name_en, s.id) > (select l.name_en, p.name_en, l.id from service l"
          + " join organization p on p.id = l.organization_id where l.id = :after)";

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
    NativeQuery<Object[]> query =
        session
            .createNativeQuery(
                SELECT
                    + " true"
                    + (category == null ? "" : " and s.category = :category")
                    + (districtCode == null ? "" : IN_DISTRICT)
                    + (after == null ? "" : AFTER)
                    + " order by s.name_en, o.name_en, s.id limit :limit",
                Object[].class)
            .setParameter("limit", limit);
    if (category != null) {
      query.setParameter("category", category);
    }
    if (districtCode != null) {
      query.setParameter("district", districtCode);
    }
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.getResultList().stream().map(ServiceDirectory::service).toList();
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

  /** What such an agency is listed for as a rule, whatever it offers besides. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String listedFor(UUID agencyId) {
    return session
        .createNativeQuery(LISTED_FOR, String.class)
        .setParameter("agency", agencyId)
        .getSingleResult();
  }

  /** The same of an agency that may be unknown. */
  @Transactional
  public Optional<String> listing(UUID agencyId) {
    return session
        .createNativeQuery(LISTED_FOR, String.class)
        .setParameter("agency", agencyId)
        .getResultStream()
        .findFirst();
  }

  private static Service service(Object[] row) {
    return new Service(
        (UUID) row[0],
        new Name((String) row[1], (String) row[2], (String) row[3]),
        (String) row[4],
        new Organization(
            (UUID) row[5], new Name((String) row[6], (String) row[7], (String) row[8])),
        (UUID) row[5],
        List.of((String[]) row[13]),
        (Boolean) row[12],
        (String) row[9],
        (String) row[10],
        date(row[11]));
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
