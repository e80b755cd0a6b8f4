package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.directory.hsds.HsdsTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes a tabular package of Open Referral into the directory: all of it or, when a line cannot be,
 * nothing. Each fault is told by file, line and column.
 */
@ApplicationScoped
public class ImportTables {
  private static final int MOST = 1000;

  /** As many as anybody mends at a time. */
  private static final int MOST_FAULTS = 500;

  /** Addresses of a location, and words on who can enter it. */
  private static final int MOST_OF_A_PLACE = 5;

  private static final Pattern PART = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(.+))?");
  private static final Pattern PLACE = Pattern.compile("/(organizations|services)/(\\d+)/(.+)");

  private final ImportDirectory importing;
  private final Validator validator;
  private final ObjectMapper json;

  ImportTables(ImportDirectory importing, Validator validator, ObjectMapper json) {
    this.importing = importing;
    this.validator = validator;
    this.json = json;
  }

  /** An entry as it is made of lines: its own, and those of its parts. */
  private record Entry(Row own, ObjectNode document, Map<String, List<Row>> parts) {

    void add(String part, Row row, ObjectNode document) {
      this.document.withArray(part).add(document);
      parts.computeIfAbsent(part, none -> new ArrayList<>()).add(row);
    }

    /** A place goes into every service that is there, so what it has too much of goes into none. */
    void addFew(String part, Row row, ObjectNode document, List<Violation> faults) {
      if (parts.getOrDefault(part, List.of()).size() < MOST_OF_A_PLACE) {
        add(part, row, document);
      } else {
        faults.add(row.fault("location_id", "size"));
      }
    }

    /** Of a path in the document: the line it came from. */
    Violation fault(String path, String code) {
      Matcher part = PART.matcher(path);
      if (part.matches()) {
        List<Row> rows = parts.getOrDefault(snake(part.group(1)), List.of());
        int index = Integer.parseInt(part.group(2));
        if (index < rows.size()) {
          return rows.get(index).fault(last(Optional.ofNullable(part.group(3)).orElse("")), code);
        }
      }
      return own.fault(last(path), code);
    }
  }

  /**
   * @param zip a package
   * @param dryRun looks only; nothing is written
   * @throws ProblemException directory-entry-refused, with the place and the code of each fault
   */
  public ImportDirectory.Report handle(byte[] zip, boolean dryRun) {
    List<Violation> faults = new ArrayList<>();
    HsdsPackage tables = HsdsPackage.read(zip, faults);
    List<Entry> organizations = organizations(tables);
    List<Entry> services = services(tables, faults);
    if (organizations.size() > MOST || services.size() > MOST) {
      faults.add(new Violation("", "too-many"));
    }
    List<HsdsOrganization> read = documents(organizations, HsdsOrganization.class, faults);
    List<HsdsService> offered = documents(services, HsdsService.class, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ReferralProblem.DIRECTORY_ENTRY_REFUSED, faults.stream().limit(MOST_FAULTS).toList());
    }
    try {
      return importing.handle(new ImportDirectory.Command(read, offered, dryRun));
    } catch (ProblemException refused) {
      throw new ProblemException(
          refused.type(),
          refused.errors().stream().map(one -> placed(one, organizations, services)).toList());
    }
  }

  private static Violation placed(
      Violation fault, List<Entry> organizations, List<Entry> services) {
    Matcher place = PLACE.matcher(fault.pointer());
    if (!place.matches()) {
      return fault;
    }
    List<Entry> entries = place.group(1).equals("services") ? services : organizations;
    return entries
        .get(Integer.parseInt(place.group(2)))
        .own()
        .fault(last(place.group(3)), fault.code());
  }

  private List<Entry> organizations(HsdsPackage tables) {
    return tables.rows("organization").stream()
        .map(
            row ->
                entry(row, document(row, "id", "name", "description", "source"), "website", "url"))
        .toList();
  }

  private List<Entry> services(HsdsPackage tables, List<Violation> faults) {
    Map<String, Entry> known = new HashMap<>();
    List<Entry> services = new ArrayList<>();
    for (Row row : tables.rows("service")) {
      Entry entry =
          entry(
              row,
              document(
                  row,
                  "id",
                  "organization_id",
                  "name",
                  "category",
                  "description",
                  "status",
                  "url",
                  "alert",
                  "application_process",
                  "fees_description",
                  "eligibility_description",
                  "minimum_age",
                  "maximum_age",
                  "sex",
                  "cost",
                  "assured_date",
                  "source"));
      services.add(entry);
      row.find("id").ifPresent(id -> known.putIfAbsent(id, entry));
    }
    parts(tables, known, faults, "phone", "phones", "number");
    parts(tables, known, faults, "language", "languages", "code");
    parts(tables, known, faults, "service_area", "service_areas", "extent", "extent_type");
    parts(
        tables,
        known,
        faults,
        "schedule",
        "schedules",
        "byday",
        "opens_at",
        "closes_at",
        "valid_from",
        "valid_to",
        "notes");
    room(tables, known, faults);
    places(tables, known, faults);
    return services;
  }

  /** Lines that say nothing of a service (those of an organization or a contact) are left alone. */
  private void parts(
      HsdsPackage tables,
      Map<String, Entry> services,
      List<Violation> faults,
      String object,
      String part,
      String... columns) {
    for (Row row : tables.rows(object)) {
      row.find("service_id")
          .ifPresent(
              id ->
                  with(services.get(id), row, "service_id", faults)
                      .ifPresent(entry -> entry.add(part, row, document(row, columns))));
    }
  }

  private void room(HsdsPackage tables, Map<String, Entry> services, List<Violation> faults) {
    Map<String, String> units = new HashMap<>();
    for (Row row : tables.rows("unit")) {
      units.put(row.find("id").orElse(""), row.find("name").orElse(""));
    }
    for (Row row : tables.rows("service_capacity")) {
      ObjectNode capacity = document(row, "available", "maximum", "updated");
      capacity
          .putObject("unit")
          .put("name", row.find("unit_id").map(id -> units.getOrDefault(id, id)).orElse(""));
      with(services.get(row.find("service_id").orElse("")), row, "service_id", faults)
          .ifPresent(entry -> entry.add("capacities", row, capacity));
    }
  }

  private void places(HsdsPackage tables, Map<String, Entry> services, List<Violation> faults) {
    Map<String, Entry> locations = new HashMap<>();
    for (Row row : tables.rows("location")) {
      Entry entry =
          entry(row, document(row, "id", "name", "district_code", "latitude", "longitude"));
      row.find("id").ifPresent(id -> locations.put(id, entry));
    }
    for (Row row : tables.rows("address")) {
      row.find("location_id")
          .map(locations::get)
          .ifPresent(
              place ->
                  place.addFew(
                      "addresses", row, document(row, "address_1", "city", "country"), faults));
    }
    for (Row row : tables.rows("accessibility")) {
      row.find("location_id")
          .map(locations::get)
          .ifPresent(
              place -> place.addFew("accessibility", row, document(row, "description"), faults));
    }
    for (Row row : tables.rows("service_at_location")) {
      Optional<Entry> service =
          with(services.get(row.find("service_id").orElse("")), row, "service_id", faults);
      Optional<Entry> location =
          with(locations.get(row.find("location_id").orElse("")), row, "location_id", faults);
      if (service.isPresent() && location.isPresent()) {
        ObjectNode at = document(row, "id");
        at.set("location", location.get().document());
        service.get().add("service_at_locations", row, at);
      }
    }
  }

  private static Optional<Entry> with(
      @Nullable Entry entry, Row row, String column, List<Violation> faults) {
    if (entry == null) {
      faults.add(row.fault(column, "unknown"));
    }
    return Optional.ofNullable(entry);
  }

  /** With its names, where Urdu and Pashto have columns of their own. */
  private Entry entry(Row row, ObjectNode document, String... renamed) {
    if (renamed.length == 2) {
      row.find(renamed[0]).ifPresent(text -> document.put(renamed[1], text));
    }
    if (row.find("name_ur").isPresent() || row.find("name_ps").isPresent()) {
      ObjectNode names = document.putObject("names");
      row.find("name").ifPresent(text -> names.put("en", text));
      row.find("name_ur").ifPresent(text -> names.put("ur", text));
      row.find("name_ps").ifPresent(text -> names.put("ps", text));
    }
    return new Entry(row, document, new HashMap<>());
  }

  private ObjectNode document(Row row, String... columns) {
    ObjectNode document = json.createObjectNode();
    for (String column : columns) {
      row.find(column)
          .ifPresent(
              text -> {
                if (isNumber(column) && text.matches("-?[0-9]{1,9}")) {
                  document.put(column, Integer.parseInt(text));
                } else if (isNumber(column) && text.matches("-?[0-9]{1,3}\\.[0-9]{1,9}")) {
                  document.put(column, new BigDecimal(text));
                } else {
                  document.put(column, text);
                }
              });
    }
    return document;
  }

  private static boolean isNumber(String column) {
    return switch (column) {
      case "minimum_age", "maximum_age", "latitude", "longitude", "available", "maximum" -> true;
      default -> false;
    };
  }

  private <T> List<T> documents(List<Entry> entries, Class<T> type, List<Violation> faults) {
    List<T> read = new ArrayList<>();
    for (Entry entry : entries) {
      try {
        T document = json.treeToValue(entry.document(), type);
        for (ConstraintViolation<T> broken : validator.validate(document)) {
          String rule =
              broken.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
          faults.add(
              entry.fault(broken.getPropertyPath().toString(), rule.toLowerCase(Locale.ROOT)));
        }
        read.add(document);
      } catch (JsonMappingException form) {
        faults.add(entry.fault(path(form), "form"));
      } catch (JsonProcessingException form) {
        faults.add(entry.own().fault("", "form"));
      }
    }
    return read;
  }

  private static String path(JsonMappingException form) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : form.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  /** The column a path ends at. */
  private static String last(String path) {
    return snake(path.substring(path.lastIndexOf('.') + 1));
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
