package org.hifazat.referral.directory.hsds;

/**
 * What each HSDS resource looks like, as PostgreSQL builds it: one statement gives a page, however
 * much hangs on each entry. Times and days are parameters, so that the clock of the service counts.
 */
final class HsdsDocuments {
  private HsdsDocuments() {}

  private static String names(String alias) {
    return "'name', %1$s.name_en, 'names', jsonb_build_object('en', %1$s.name_en, 'ur', %1$s.name_ur, 'ps', %1$s.name_ps)"
        .formatted(alias);
  }

  static final String ORGANIZATION =
      "jsonb_build_object('id', o.id, "
          + names("o")
          + """
          , 'description', o.description, 'url', o.url, 'source', o.source,
            'last_modified', to_char(o.last_modified at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))""";

  static final String LOCATION =
      "jsonb_build_object('id', l.id, 'location_type', 'physical', "
          + names("l")
          + """
          , 'district_code', l.district_code, 'latitude', l.latitude, 'longitude', l.longitude,
            'addresses', jsonb_build_array(jsonb_build_object('id', l.id, 'address_1', l.address,
               'city', l.district_code, 'state_province', 'Khyber Pakhtunkhwa', 'country', 'PK',
               'address_type', 'physical')),
            'accessibility', case when l.accessibility is not null then
               jsonb_build_array(jsonb_build_object('id', l.id, 'description', l.accessibility)) end)""";

  static final String AT_LOCATION =
      "jsonb_build_object('id', a.id, 'service_id', a.service_id, 'location', " + LOCATION + ")";

  static final String SCHEDULE =
      """
      jsonb_build_object('id', h.id, 'freq', 'WEEKLY', 'byday', array_to_string(h.byday, ','),
        'opens_at', to_char(h.opens_at, 'HH24:MI'), 'closes_at', to_char(h.closes_at, 'HH24:MI'),
        'timezone', 5, 'valid_from', h.valid_from, 'valid_to', h.valid_to, 'notes', h.notes)""";

  static final String TAXONOMY =
      "jsonb_build_object('id', x.id, 'name', x.name, 'description', x.description, 'version',"
          + " x.version)";

  static final String TERM =
      "jsonb_build_object('id', t.id, 'code', t.code, "
          + names("t")
          + ", 'taxonomy_id', t.taxonomy_id)";

  static final String MINIMAL_SERVICE =
      "jsonb_build_object('id', s.id, " + names("s") + ", 'status', s.status)";

  /** Needs the parameter today. */
  static final String SERVICE =
      "jsonb_build_object('id', s.id, 'organization_id', s.organization_id, "
          + names("s")
          + """
          , 'category', s.category, 'description', s.description, 'status', s.status, 'url', s.url,
            'alert', s.alert, 'application_process', s.application_process,
            'fees_description', s.fees_description,
            'eligibility_description', s.eligibility_description, 'minimum_age', s.minimum_age,
            'maximum_age', s.maximum_age, 'sex', s.sex, 'cost', s.cost, 'phone', s.phone,
            'assured_date', s.assured_date,
            'assurance_overdue', s.assured_date is null or s.assured_date < cast(:today as date) - (
               select p.days from directory_policy p where p.code = 'assurance'
                  and p.valid_from <= cast(:today as date)
                  and (p.valid_to is null or p.valid_to > cast(:today as date))
                order by p.valid_from desc limit 1),
            'referable', s.status = 'active' and exists
               (select 1 from known_agency k where k.agency_id = s.organization_id),
            'source', s.source,
            'last_modified', to_char(s.last_modified at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'organization', (select"""
          + " "
          + ORGANIZATION
          + """
             from organization o where o.id = s.organization_id),
            'capacities', (select jsonb_agg(jsonb_build_object(
                 'id', cast(md5(cast(c.service_id as text) || c.unit) as uuid),
                 'unit', jsonb_build_object('id', u.id, 'name', u.code), 'available', c.available,
                 'maximum', c.maximum,
                 'updated', to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                 order by c.unit)
               from service_capacity c join capacity_unit u on u.code = c.unit
              where c.service_id = s.id))""";

  /** Needs the parameter today. */
  static final String FULL_SERVICE =
      SERVICE
          + """
           || jsonb_build_object(
            'phones', case when s.phone is not null then
               jsonb_build_array(jsonb_build_object('id', s.id, 'number', s.phone)) end,
            'languages', (select jsonb_agg(jsonb_build_object(
                 'id', cast(md5(cast(s.id as text) || code) as uuid), 'code', code) order by code)
               from unnest(s.languages) as code),
            'cost_options', case when s.cost <> 'unknown' then jsonb_build_array(jsonb_build_object(
                 'id', s.id, 'option', s.cost, 'amount_description', s.fees_description)) end,
            'schedules', (select jsonb_agg("""
          + SCHEDULE
          + """
             order by h.opens_at, h.id) from schedule h where h.service_id = s.id),
            'service_areas', case when s.province_wide then jsonb_build_array(jsonb_build_object(
                 'id', s.id, 'extent', 'khyber-pakhtunkhwa', 'extent_type', 'province'))
               else (select jsonb_agg(jsonb_build_object(
                 'id', cast(md5(cast(s.id as text) || d.district_code) as uuid),
                 'extent', d.district_code, 'extent_type', 'district') order by d.district_code)
               from service_area d where d.service_id = s.id) end,
            'service_at_locations', (select jsonb_agg("""
          + AT_LOCATION
          + """
             order by a.id) from service_at_location a
               join location l on l.id = a.location_id where a.service_id = s.id),
            'attributes', (select jsonb_agg(jsonb_build_object('id', s.id, 'link_id', s.id,
                 'link_type', 'service-type', 'link_entity', 'service', 'taxonomy_term',"""
          + " "
          + TERM
          + ")) from taxonomy_term t where t.code = s.category))";
}
