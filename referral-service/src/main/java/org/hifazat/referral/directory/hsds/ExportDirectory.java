package org.hifazat.referral.directory.hsds;

import static org.hifazat.referral.directory.hsds.EntryCheck.orNone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** The whole directory in one file, without whom to ask for. */
@ApplicationScoped
public class ExportDirectory {
  /** Without it spreadsheets read Urdu as something else. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private static final List<String> HEAD =
      List.of(
          "id",
          "organization",
          "name",
          "name_ur",
          "name_ps",
          "category",
          "status",
          "districts",
          "minimum_age",
          "maximum_age",
          "sex",
          "languages",
          "cost",
          "phone",
          "alert",
          "capacity_available",
          "assured_date",
          "assurance_overdue",
          "source");

  private final Session session;
  private final HsdsPaging paging;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  ExportDirectory(Session session, HsdsPaging paging, AuditLog audit, IdSource ids, Clock clock) {
    this.session = session;
    this.paging = paging;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public HsdsExport hsds() {
    HsdsExport export = new HsdsExport(organizations(), services());
    told("json");
    return export;
  }

  /** For a spreadsheet; what begins like a formula is marked by an apostrophe (OWASP). */
  @Transactional
  public String csv() {
    String lines =
        services().stream()
            .map(ExportDirectory::cells)
            .map(ExportDirectory::line)
            .collect(Collectors.joining());
    told("csv");
    return BYTE_ORDER_MARK + line(HEAD) + lines;
  }

  private List<HsdsOrganization> organizations() {
    return paging.list(
        HsdsOrganization.class,
        session
            .createNativeQuery(
                "select cast(coalesce(jsonb_agg(jsonb_strip_nulls("
                    + HsdsDocuments.ORGANIZATION
                    + ") order by o.name_en, o.id), '[]') as text) from organization o where not o.sandbox",
                String.class)
            .getSingleResult());
  }

  private List<HsdsService> services() {
    return paging.list(
        HsdsService.class,
        session
            .createNativeQuery(
                "select cast(coalesce(jsonb_agg(jsonb_strip_nulls("
                    + HsdsDocuments.FULL_SERVICE
                    + ") order by s.name_en, s.id), '[]') as text) from service s where not exists"
                    + " (select 1 from organization x where x.id = s.organization_id and x.sandbox)",
                String.class)
            .setParameter(
                "today", LocalDate.ofInstant(clock.instant(), HsdsQueries.KARACHI).toString())
            .getSingleResult());
  }

  private void told(String format) {
    audit.performed(
        ReferralOperation.EXPORT_DIRECTORY.name(), "directory-export", ids.next(), format);
  }

  private static List<String> cells(HsdsService service) {
    HsdsOrganization organization = service.organization();
    HsdsNames names = service.names();
    return List.of(
        service.id().toString(),
        organization == null ? "" : organization.name(),
        service.name(),
        names == null ? "" : names.ur(),
        names == null ? "" : names.ps(),
        text(service.category()),
        service.status(),
        orNone(service.serviceAreas()).stream()
            .map(HsdsServiceArea::extent)
            .collect(Collectors.joining(" ")),
        text(service.minimumAge()),
        text(service.maximumAge()),
        text(service.sex()),
        orNone(service.languages()).stream()
            .map(HsdsLanguage::code)
            .collect(Collectors.joining(" ")),
        text(service.cost()),
        text(service.phone()),
        text(service.alert()),
        orNone(service.capacities()).stream()
            .map(capacity -> capacity.available() + " " + capacity.unit().name())
            .collect(Collectors.joining(", ")),
        text(service.assuredDate()),
        text(service.assuranceOverdue()),
        text(service.source()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  static String line(List<String> cells) {
    return cells.stream().map(ExportDirectory::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
