package org.hifazat.referral.directory.hsds;

import static org.hifazat.referral.directory.hsds.HsdsPaging.Value.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.directory.hsds.HsdsPaging.Listing;
import org.hifazat.referral.directory.hsds.HsdsPaging.Value;
import org.jspecify.annotations.Nullable;

/** The directory as the HSDS API reads it. */
@ApplicationScoped
public class HsdsQueries {
  static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final String BY_ID = " where %s.id = cast(:id as uuid)";

  private static final String FOUND_SERVICES =
      """
      select s.id, s.name_en as ordinal from service s
       where (cast(:status as text) is null or s.status = :status)
         and not exists (select 1 from organization x where x.id = s.organization_id and x.sandbox)
         and (cast(:search as text) is null or s.id in (
              select f.id from service f where f.words @@ to_tsquery('simple', :search)
              union select f.id from service f join organization o on o.id = f.organization_id
               where o.words @@ to_tsquery('simple', :search)))
         and (cast(:term as text) is null or s.category =
              (select t.code from taxonomy_term t where t.id = cast(:term as uuid)))
         and (cast(:taxonomy as text) is null or exists (select 1 from taxonomy_term t
              where t.code = s.category and t.taxonomy_id = cast(:taxonomy as uuid)))
         and (cast(:organization as text) is null or s.organization_id = cast(:organization as uuid))
         and (cast(:modified as text) is null or s.last_modified > cast(:modified as timestamptz))
         and (cast(:category as text) is null or s.category = :category)
         and (cast(:district as text) is null or s.province_wide or exists (
              select 1 from service_area d where d.service_id = s.id and d.district_code = :district))
         and (cast(:age as text) is null or (coalesce(s.minimum_age, 0) <= cast(:age as int)
              and coalesce(s.maximum_age, 999) >= cast(:age as int)))
         and (cast(:sex as text) is null or s.sex in ('any', :sex))
         and (cast(:language as text) is null or :language = any (s.languages))
         and (cast(:cost as text) is null or s.cost = :cost)
         and (cast(:time as text) is null or exists (
              select 1 from schedule h where h.service_id = s.id and :day = any (h.byday)
                 and h.opens_at <= cast(:time as time) and h.closes_at > cast(:time as time)
                 and (h.valid_from is null or h.valid_from <= cast(:date as date))
                 and (h.valid_to is null or h.valid_to >= cast(:date as date))))""";

  private final HsdsPaging paging;
  private final FocalPersons focalPersons;
  private final Clock clock;

  HsdsQueries(HsdsPaging paging, FocalPersons focalPersons, Clock clock) {
    this.paging = paging;
    this.focalPersons = focalPersons;
    this.clock = clock;
  }

  /** How much of each entry is given. */
  public enum Detail {
    MINIMAL,
    USUAL,
    FULL
  }

  @Transactional
  public HsdsPage<HsdsService> services(
      ServiceFilter filter, Detail detail, @Nullable Integer page, @Nullable Integer perPage) {
    String document =
        switch (detail) {
          case MINIMAL -> HsdsDocuments.MINIMAL_SERVICE;
          case USUAL -> HsdsDocuments.SERVICE;
          case FULL -> HsdsDocuments.FULL_SERVICE;
        };
    Map<String, Value> values = values(filter);
    if (detail != Detail.MINIMAL) {
      values.put("today", text(now().toLocalDate()));
    }
    return paging.page(
        new Listing<>(
            HsdsService.class, FOUND_SERVICES, document, "service s on s.id = page.id", values),
        page,
        perPage);
  }

  /** One service with everything, and its version. */
  public record Entry(HsdsService service, long version) {}

  @Transactional
  public Entry service(UUID id) {
    HsdsService service =
        paging
            .one(
                HsdsService.class,
                HsdsDocuments.FULL_SERVICE,
                "service s" + BY_ID.formatted("s"),
                Map.of("id", text(id), "today", text(now().toLocalDate())))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    FocalPersons.Kept kept = focalPersons.of(id);
    return new Entry(kept.on(service), kept.version());
  }

  @Transactional
  public HsdsPage<HsdsOrganization> organizations(
      @Nullable String search,
      @Nullable UUID term,
      @Nullable Integer page,
      @Nullable Integer perPage) {
    return paging.page(
        new Listing<>(
            HsdsOrganization.class,
            """
            select o.id, o.name_en as ordinal from organization o
             where not o.sandbox and (cast(:search as text) is null or o.words @@ to_tsquery('simple', :search))
               and (cast(:term as text) is null or exists (select 1 from service s
                      join taxonomy_term t on t.code = s.category
                    where s.organization_id = o.id and t.id = cast(:term as uuid)))""",
            HsdsDocuments.ORGANIZATION,
            "organization o on o.id = page.id",
            Map.of("search", text(words(search)), "term", text(term))),
        page,
        perPage);
  }

  @Transactional
  public HsdsOrganization organization(UUID id) {
    return found(
        paging.one(
            HsdsOrganization.class,
            HsdsDocuments.ORGANIZATION,
            "organization o" + BY_ID.formatted("o"),
            Map.of("id", text(id))));
  }

  @Transactional
  public HsdsPage<HsdsServiceAtLocation> servicesAtLocations(
      @Nullable UUID service,
      @Nullable String district,
      @Nullable Integer page,
      @Nullable Integer perPage) {
    return paging.page(
        new Listing<>(
            HsdsServiceAtLocation.class,
            """
            select a.id, l.name_en as ordinal from service_at_location a
              join location l on l.id = a.location_id
             where (cast(:service as text) is null or a.service_id = cast(:service as uuid))
               and (cast(:district as text) is null or l.district_code = :district)""",
            HsdsDocuments.AT_LOCATION,
            "service_at_location a on a.id = page.id join location l on l.id = a.location_id",
            Map.of("service", text(service), "district", text(district))),
        page,
        perPage);
  }

  @Transactional
  public HsdsServiceAtLocation serviceAtLocation(UUID id) {
    return found(
        paging.one(
            HsdsServiceAtLocation.class,
            HsdsDocuments.AT_LOCATION,
            "service_at_location a join location l on l.id = a.location_id" + BY_ID.formatted("a"),
            Map.of("id", text(id))));
  }

  @Transactional
  public HsdsPage<HsdsLocation> locations(
      @Nullable String district, @Nullable Integer page, @Nullable Integer perPage) {
    return paging.page(
        new Listing<>(
            HsdsLocation.class,
            """
            select l.id, l.name_en as ordinal from location l
             where cast(:district as text) is null or l.district_code = :district""",
            HsdsDocuments.LOCATION,
            "location l on l.id = page.id",
            Map.of("district", text(district))),
        page,
        perPage);
  }

  @Transactional
  public HsdsPage<HsdsSchedule> schedules(
      @Nullable UUID service, @Nullable Integer page, @Nullable Integer perPage) {
    return paging.page(
        new Listing<>(
            HsdsSchedule.class,
            """
            select h.id, h.service_id as ordinal from schedule h
             where cast(:service as text) is null or h.service_id = cast(:service as uuid)""",
            HsdsDocuments.SCHEDULE,
            "schedule h on h.id = page.id",
            Map.of("service", text(service))),
        page,
        perPage);
  }

  @Transactional
  public HsdsPage<HsdsTaxonomy> taxonomies(@Nullable Integer page, @Nullable Integer perPage) {
    return paging.page(
        new Listing<>(
            HsdsTaxonomy.class,
            "select x.id, x.name as ordinal from taxonomy x",
            HsdsDocuments.TAXONOMY,
            "taxonomy x on x.id = page.id",
            Map.of()),
        page,
        perPage);
  }

  @Transactional
  public HsdsTaxonomy taxonomy(UUID id) {
    return found(
        paging.one(
            HsdsTaxonomy.class,
            HsdsDocuments.TAXONOMY,
            "taxonomy x" + BY_ID.formatted("x"),
            Map.of("id", text(id))));
  }

  @Transactional
  public HsdsPage<HsdsTaxonomyTerm> terms(
      @Nullable UUID taxonomy, @Nullable Integer page, @Nullable Integer perPage) {
    return paging.page(
        new Listing<>(
            HsdsTaxonomyTerm.class,
            """
            select t.id, t.name_en as ordinal from taxonomy_term t
             where cast(:taxonomy as text) is null or t.taxonomy_id = cast(:taxonomy as uuid)""",
            HsdsDocuments.TERM,
            "taxonomy_term t on t.id = page.id",
            Map.of("taxonomy", text(taxonomy))),
        page,
        perPage);
  }

  @Transactional
  public HsdsTaxonomyTerm term(UUID id) {
    return found(
        paging.one(
            HsdsTaxonomyTerm.class,
            HsdsDocuments.TERM,
            "taxonomy_term t" + BY_ID.formatted("t"),
            Map.of("id", text(id))));
  }

  private Map<String, Value> values(ServiceFilter filter) {
    ZonedDateTime now = now();
    Map<String, Value> values = new HashMap<>();
    values.put("status", text(filter.status() == null ? "active" : filter.status()));
    values.put("search", text(words(filter.search())));
    values.put("term", text(filter.taxonomyTermId()));
    values.put("taxonomy", text(filter.taxonomyId()));
    values.put("organization", text(filter.organizationId()));
    values.put("modified", text(filter.modifiedAfter()));
    values.put("category", text(filter.category()));
    values.put("district", text(filter.district()));
    values.put("age", text(filter.age()));
    values.put("sex", text(filter.sex()));
    values.put("language", text(filter.language()));
    values.put("cost", text(filter.cost()));
    LocalTime minute = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    values.put("time", text(filter.openNow() ? minute : null));
    values.put("day", text(now.getDayOfWeek().name().substring(0, 2)));
    values.put("date", text(now.toLocalDate()));
    return values;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(KARACHI);
  }

  /** Each word by its beginning, all of them; only letters and digits reach the query language. */
  private static @Nullable String words(@Nullable String search) {
    if (search == null) {
      return null;
    }
    String query =
        Arrays.stream(search.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(HsdsQueries::beginning)
            .collect(Collectors.joining(" & "));
    return query.isEmpty() ? null : query;
  }

  /** The database takes the hyphen of PEHEL-911 for a minus. */
  private static String beginning(String word) {
    return word.matches("[0-9]+") ? "('%1$s':* | '-%1$s':*)".formatted(word) : "'" + word + "':*";
  }

  private static <T> T found(Optional<T> one) {
    return one.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
