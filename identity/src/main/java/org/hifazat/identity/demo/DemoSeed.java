package org.hifazat.identity.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.identity.Names;
import org.hifazat.identity.Today;
import org.hifazat.identity.access.Role;
import org.hifazat.identity.agency.RegisterAgency;
import org.hifazat.identity.agency.RegisterAgencySystem;
import org.hifazat.identity.agency.SystemLimits;
import org.hifazat.identity.agency.person.EnrolAgencyPerson;
import org.hifazat.identity.certificate.AwardCertificate;
import org.hifazat.identity.reference.DataFile;
import org.hifazat.identity.reference.DirectorySeed;
import org.hifazat.identity.staff.Assignment;
import org.hifazat.identity.staff.DemoPasswords;
import org.hifazat.identity.staff.EnrolStaff;
import org.hifazat.identity.unit.Units;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jboss.logging.Logger;

/**
 * Invented staff for every unit, with certificates so that they may own cases, and partner
 * agencies; by the same commands an administrator's requests run through.
 */
@ApplicationScoped
public class DemoSeed implements DemoPasswords {
  private static final Logger LOG = Logger.getLogger(DemoSeed.class);
  private static final int YEARS_CERTIFIED = 4;

  private final DemoConfig config;
  private final EnrolStaff staff;
  private final AwardCertificate certificates;
  private final RegisterAgency agencies;
  private final RegisterAgencySystem systems;
  private final EnrolAgencyPerson people;
  private final Units units;
  private final CallerContext callers;
  private final Today today;
  private final List<DataFile.Row> accounts = DataFile.read("demo/accounts.csv");
  private final List<DataFile.Row> agencyPeople = DataFile.read("demo/agency-people.csv");
  private final Set<UUID> ids =
      Stream.concat(
              accounts.stream().map(DemoSeed::staffId),
              agencyPeople.stream().map(DemoSeed::personId))
          .collect(Collectors.toSet());

  DemoSeed(
      DemoConfig config,
      EnrolStaff staff,
      AwardCertificate certificates,
      RegisterAgency agencies,
      RegisterAgencySystem systems,
      EnrolAgencyPerson people,
      Units units,
      CallerContext callers,
      Today today) {
    this.config = config;
    this.staff = staff;
    this.certificates = certificates;
    this.agencies = agencies;
    this.systems = systems;
    this.people = people;
    this.units = units;
    this.callers = callers;
    this.today = today;
  }

  @Override
  public Optional<String> of(UUID staffId) {
    return config.password().filter(set -> ids.contains(staffId));
  }

  void atStart(@Observes @Priority(DirectorySeed.PRIORITY + 100) StartupEvent start) {
    if (config.password().isEmpty()) {
      return;
    }
    callers.run(
        Caller.system("demo-seed"), () -> QuarkusTransaction.requiringNew().run(this::seed));
    LOG.warn("Demo accounts are on: this directory is for demonstrations, not for real cases");
  }

  private void seed() {
    Map<String, UUID> unitIds = units.idsByCode();
    Map<String, UUID> known = new HashMap<>();
    for (DataFile.Row row : accounts) {
      known.put(row.get("username"), staffId(row));
      if (staff.seed(staffId(row), person(row, unitIds, known))
          && Role.OF_A_UNIT.contains(row.get("role"))) {
        certify(row);
      }
    }
    DataFile.read("demo/agencies.csv").forEach(this::agency);
    agencyPeople.forEach(this::agencyPerson);
  }

  private void agencyPerson(DataFile.Row row) {
    people.seed(
        personId(row),
        new EnrolAgencyPerson.Command(
            UUID.fromString(row.get("agency_id")),
            row.get("username"),
            row.get("name"),
            row.find("shown_as").orElse(null)));
  }

  private static UUID personId(DataFile.Row row) {
    return UUID.fromString(row.get("person_id"));
  }

  private static UUID staffId(DataFile.Row row) {
    return UUID.fromString(row.get("staff_id"));
  }

  private static EnrolStaff.Command person(
      DataFile.Row row, Map<String, UUID> unitIds, Map<String, UUID> known) {
    return new EnrolStaff.Command(
        row.get("username"),
        row.get("given_name"),
        row.get("family_name"),
        null,
        new Assignment(
            List.of(row.get("role")),
            row.find("unit").map(unitIds::get),
            row.find("supervisor").map(known::get)));
  }

  /** Long enough for the past year and the next ones of a demonstration. */
  private void certify(DataFile.Row row) {
    LocalDate issued = today.date().minusYears(YEARS_CERTIFIED / 2);
    certificates.seed(
        derived(staffId(row), "certificate"),
        new AwardCertificate.Command(
            staffId(row),
            1,
            "DEMO-" + row.get("username"),
            issued,
            issued.plusYears(YEARS_CERTIFIED),
            "KPCPWC Centre for Continuing Professional Development"));
  }

  private void agency(DataFile.Row row) {
    UUID id = UUID.fromString(row.get("agency_id"));
    agencies.seed(
        id,
        new RegisterAgency.Command(
            new Names(row.get("name_en"), row.get("name_ur"), row.get("name_ps")),
            row.get("kind"),
            row.list("districts"),
            row.find("sandbox").isPresent()));
    Optional<String> clientId = row.find("system");
    Optional<Path> keys = config.partnerJwks();
    if (clientId.isPresent() && keys.isPresent()) {
      systems.seed(
          derived(id, "system"),
          new RegisterAgencySystem.Command(
              id, clientId.get(), read(keys.get()), SystemLimits.NONE));
    }
  }

  private static UUID derived(UUID from, String what) {
    return UUID.nameUUIDFromBytes((from + "/" + what).getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("HIFAZAT_DEMO_PARTNER_JWKS cannot be read: " + file, e);
    }
  }
}
