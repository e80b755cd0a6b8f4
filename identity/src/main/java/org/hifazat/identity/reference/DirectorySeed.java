package org.hifazat.identity.reference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.identity.Names;
import org.hifazat.identity.district.ListDistrict;
import org.hifazat.identity.unit.EstablishUnit;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jboss.logging.Logger;

/** Puts the units and districts of the data files into an empty directory; what is there stays. */
@ApplicationScoped
public class DirectorySeed {
  /** Before anything that needs units. */
  public static final int PRIORITY = 100;

  private static final Logger LOG = Logger.getLogger(DirectorySeed.class);
  private static final long LOCK = 7_340_021L;

  private final EstablishUnit units;
  private final ListDistrict districts;
  private final CallerContext callers;
  private final EntityManager database;

  DirectorySeed(
      EstablishUnit units, ListDistrict districts, CallerContext callers, EntityManager database) {
    this.units = units;
    this.districts = districts;
    this.callers = callers;
    this.database = database;
  }

  void atStart(@Observes @Priority(PRIORITY) StartupEvent start) {
    callers.run(
        Caller.system("directory-seed"), () -> QuarkusTransaction.requiringNew().run(this::seed));
  }

  private void seed() {
    // several instances may start at once
    database
        .createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as waited")
        .setParameter(1, LOCK)
        .getSingleResult();
    List<DataFile.Row> districtRows = DataFile.read("directory/districts.csv");
    Map<String, List<String>> served =
        districtRows.stream()
            .filter(row -> row.find("unit").isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> row.get("unit"),
                    Collectors.mapping(row -> row.get("code"), Collectors.toList())));
    Map<String, UUID> unitIds = new HashMap<>();
    int added = 0;
    for (DataFile.Row row : DataFile.read("directory/units.csv")) {
      unitIds.put(row.get("code"), UUID.fromString(row.get("id")));
      added += units.handle(unit(row, served)) ? 1 : 0;
    }
    for (DataFile.Row row : districtRows) {
      added += districts.handle(district(row, unitIds)) ? 1 : 0;
    }
    LOG.infof("Directory: %d units and districts added from the data files", added);
  }

  private static EstablishUnit.Command unit(DataFile.Row row, Map<String, List<String>> served) {
    return new EstablishUnit.Command(
        UUID.fromString(row.get("id")),
        row.get("code"),
        names(row),
        row.get("management_line"),
        row.get("basis"),
        served.getOrDefault(row.get("code"), List.of()));
  }

  private static ListDistrict.Command district(DataFile.Row row, Map<String, UUID> unitIds) {
    return new ListDistrict.Command(
        row.get("code"),
        row.get("division"),
        names(row),
        row.find("unit").map(unitIds::get),
        LocalDate.parse(row.get("valid_from")),
        row.find("split_from"));
  }

  private static Names names(DataFile.Row row) {
    return new Names(row.get("name_en"), row.get("name_ur"), row.get("name_ps"));
  }
}
