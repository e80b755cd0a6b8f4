package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Writes entries as documents: as many statements for one entry as for a thousand. */
@ApplicationScoped
class DirectoryStore {
  private static final String ROWS = " from jsonb_to_recordset(cast(:rows as jsonb)) as x";

  private final Session session;
  private final ObjectMapper json;

  DirectoryStore(Session session, ObjectMapper json) {
    this.session = session;
    this.json = json;
  }

  /** Which of them the directory has. */
  Set<UUID> organizationsAmong(Collection<UUID> ids) {
    return among("select id from organization where id = any (:ids)", ids);
  }

  Set<UUID> servicesAmong(Collection<UUID> ids) {
    return among("select id from service where id = any (:ids)", ids);
  }

  /** Which of these services or organizations are a sandbox's: no list shows them. */
  Set<UUID> ofSandboxesAmong(Collection<UUID> ids) {
    return among(
        """
        select o.id from organization o where o.sandbox and o.id = any (:ids)
        union
        select s.id from service s join organization o on o.id = s.organization_id
         where o.sandbox and s.id = any (:ids)""",
        ids);
  }

  Set<String> categories() {
    return new HashSet<>(
        session.createNativeQuery("select code from taxonomy_term", String.class).getResultList());
  }

  Set<String> units() {
    return new HashSet<>(
        session.createNativeQuery("select code from capacity_unit", String.class).getResultList());
  }

  void organizations(List<HsdsOrganization> organizations, Instant now) {
    if (organizations.isEmpty()) {
      return;
    }
    change(
        """
        insert into organization (id, name_en, name_ur, name_ps, description, url, source, last_modified)
        select x.id, coalesce(x.names ->> 'en', x.name), coalesce(x.names ->> 'ur', x.name),
               coalesce(x.names ->> 'ps', x.name), coalesce(x.description, ''), x.url, x.source,
               cast(:now as timestamptz)"""
            + ROWS
            + """
            (id uuid, name text, names jsonb, description text, url text, source text)
            on conflict (id) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
               name_ps = excluded.name_ps, description = excluded.description, url = excluded.url,
               source = excluded.source, last_modified = excluded.last_modified,
               version = organization.version + 1""",
        organizations,
        now);
  }

  /** Entries become what the documents say; whom to ask for stays. */
  void services(List<HsdsService> services, Instant now) {
    if (services.isEmpty()) {
      return;
    }
    change(
        """
        insert into service (id, organization_id, name_en, name_ur, name_ps, category, status, phone,
               alert, assured_date, description, url, minimum_age, maximum_age, sex, languages, cost,
               fees_description, eligibility_description, application_process, province_wide, source,
               last_modified)
        select x.id, x.organization_id, coalesce(x.names ->> 'en', x.name),
               coalesce(x.names ->> 'ur', x.name), coalesce(x.names ->> 'ps', x.name), x.category,
               x.status, coalesce(x.phone, x.phones -> 0 ->> 'number'), x.alert, x.assured_date,
               x.description, x.url, x.minimum_age, x.maximum_age, coalesce(x.sex, 'any'),
               array(select distinct l ->> 'code'
                       from jsonb_array_elements(coalesce(x.languages, '[]')) as l),
               coalesce(x.cost, 'unknown'), x.fees_description, x.eligibility_description,
               x.application_process,
               exists (select 1 from jsonb_array_elements(coalesce(x.service_areas, '[]')) as a
                        where a ->> 'extent_type' = 'province'),
               x.source, cast(:now as timestamptz)"""
            + ROWS
            + """
            (id uuid, organization_id uuid, name text, names jsonb, category text, status text,
             phone text, phones jsonb, alert text, assured_date date, description text, url text,
             minimum_age smallint, maximum_age smallint, sex text, languages jsonb, cost text,
             fees_description text, eligibility_description text, application_process text,
             service_areas jsonb, source text)
            on conflict (id) do update set organization_id = excluded.organization_id,
               name_en = excluded.name_en, name_ur = excluded.name_ur, name_ps = excluded.name_ps,
               category = excluded.category, status = excluded.status, phone = excluded.phone,
               alert = excluded.alert, assured_date = excluded.assured_date,
               description = excluded.description, url = excluded.url,
               minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age,
               sex = excluded.sex, languages = excluded.languages, cost = excluded.cost,
               fees_description = excluded.fees_description,
               eligibility_description = excluded.eligibility_description,
               application_process = excluded.application_process,
               province_wide = excluded.province_wide, source = excluded.source,
               last_modified = excluded.last_modified, version = service.version + 1""",
        services,
        now);
    UUID[] ids = services.stream().map(HsdsService::id).toArray(UUID[]::new);
    delete("service_area", ids);
    change(
        "insert into service_area (service_id, district_code)"
            + " select distinct x.id, a ->> 'extent'"
            + ROWS
            + """
             (id uuid, service_areas jsonb),
             jsonb_array_elements(coalesce(x.service_areas, '[]')) as a
             where a ->> 'extent_type' = 'district'""",
        services);
    delete("schedule", ids);
    change(
        "insert into schedule (service_id, byday, opens_at, closes_at, valid_from, valid_to, notes)"
            + " select x.id, string_to_array(h ->> 'byday', ','), cast(h ->> 'opens_at' as time),"
            + " cast(h ->> 'closes_at' as time), cast(h ->> 'valid_from' as date),"
            + " cast(h ->> 'valid_to' as date), h ->> 'notes'"
            + ROWS
            + " (id uuid, schedules jsonb),"
            + " jsonb_array_elements(coalesce(x.schedules, '[]')) as h",
        services);
    capacities(services, now);
  }

  void capacities(List<HsdsService> services, Instant now) {
    delete("service_capacity", services.stream().map(HsdsService::id).toArray(UUID[]::new));
    change(
        "insert into service_capacity (service_id, unit, available, maximum, updated_at)"
            + " select distinct on (x.id, c -> 'unit' ->> 'name') x.id, c -> 'unit' ->> 'name',"
            + " cast(c ->> 'available' as integer), cast(c ->> 'maximum' as integer),"
            + " coalesce(cast(c ->> 'updated' as timestamptz), cast(:now as timestamptz))"
            + ROWS
            + " (id uuid, capacities jsonb),"
            + " jsonb_array_elements(coalesce(x.capacities, '[]')) as c",
        services,
        now);
  }

  /** Where a service is offered. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Places(UUID id, List<HsdsServiceAtLocation> serviceAtLocations) {}

  void locations(List<HsdsService> services) {
    List<Places> places =
        services.stream()
            .map(one -> new Places(one.id(), EntryCheck.orNone(one.serviceAtLocations())))
            .toList();
    describe(places);
    offer(places);
  }

  /** What the places are. */
  void describe(List<Places> places) {
    if (places.isEmpty()) {
      return;
    }
    change(
        """
        insert into location (id, name_en, name_ur, name_ps, district_code, address, accessibility,
               latitude, longitude)
        select distinct on (l ->> 'id') cast(l ->> 'id' as uuid),
               coalesce(l -> 'names' ->> 'en', l ->> 'name'),
               coalesce(l -> 'names' ->> 'ur', l ->> 'name'),
               coalesce(l -> 'names' ->> 'ps', l ->> 'name'), l ->> 'district_code',
               l -> 'addresses' -> 0 ->> 'address_1', l -> 'accessibility' -> 0 ->> 'description',
               cast(l ->> 'latitude' as numeric), cast(l ->> 'longitude' as numeric)"""
            + ROWS
            + """
             (id uuid, service_at_locations jsonb),
             jsonb_array_elements(coalesce(x.service_at_locations, '[]')) as a,
             lateral (select a -> 'location' as l) as place
            on conflict (id) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
               name_ps = excluded.name_ps, district_code = excluded.district_code,
               address = excluded.address, accessibility = excluded.accessibility,
               latitude = excluded.latitude, longitude = excluded.longitude""",
        places);
  }

  /** Which they are; none besides. */
  void offer(List<Places> places) {
    if (places.isEmpty()) {
      return;
    }
    delete("service_at_location", places.stream().map(Places::id).toArray(UUID[]::new));
    change(
        "insert into service_at_location (id, service_id, location_id)"
            + " select cast(a ->> 'id' as uuid), x.id, cast(a -> 'location' ->> 'id' as uuid)"
            + ROWS
            + " (id uuid, service_at_locations jsonb),"
            + " jsonb_array_elements(coalesce(x.service_at_locations, '[]')) as a"
            + " on conflict do nothing",
        places);
  }

  /** Of these places those that others have too, or that this service is not at. */
  Set<UUID> notOnlyOf(UUID service, UUID organization, Collection<UUID> places) {
    return new HashSet<>(
        session
            .createNativeQuery(
                """
                select l.id from location l
                 where l.id = any (:ids)
                   and (not exists (select 1 from service_at_location a
                                     where a.location_id = l.id and a.service_id = :service)
                     or exists (select 1 from service_at_location a join service s on s.id = a.service_id
                                 where a.location_id = l.id and s.organization_id <> :organization))""",
                UUID.class)
            .setParameter("ids", places.toArray(UUID[]::new))
            .setParameter("service", service)
            .setParameter("organization", organization)
            .getResultList());
  }

  private Set<UUID> among(String sql, Collection<UUID> ids) {
    return new HashSet<>(
        session
            .createNativeQuery(sql, UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList());
  }

  private void delete(String table, UUID[] services) {
    session
        .createNativeMutationQuery("delete from " + table + " where service_id = any (:ids)")
        .setParameter("ids", services)
        .executeUpdate();
  }

  private void change(String sql, List<?> rows) {
    session.createNativeMutationQuery(sql).setParameter("rows", text(rows)).executeUpdate();
  }

  private void change(String sql, List<?> rows, Instant now) {
    session
        .createNativeMutationQuery(sql)
        .setParameter("rows", text(rows))
        .setParameter("now", now.atOffset(ZoneOffset.UTC).toString())
        .executeUpdate();
  }

  private String text(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("entries cannot be written", fault);
    }
  }
}
