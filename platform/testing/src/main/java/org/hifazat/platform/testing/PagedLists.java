package org.hifazat.platform.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/**
 * Every list of a service by its OpenAPI document, and what its pages cost: as many statements for
 * sixty rows as for ten, the first page without reading all there is, the thousandth for what the
 * first costs. A list that the table does not name is a failure.
 */
public final class PagedLists {
  private static final int PAGE = 5;

  /**
   * Small tables beside the list are read whole now and then, with what other tests left in them.
   * Before the thousandth page lie five thousand rows, and in all there are {@link Crowd#SIZE}.
   */
  private static final int A_FEW = Crowd.SIZE / 4;

  private static final Instant BEGINNING = Instant.parse("2001-01-01T00:00:00Z");

  /**
   * A way to ask for a list of which there is a {@link Crowd}.
   *
   * @param operation its path in the document
   * @param path with ids and parameters, without limit and cursor
   * @param cursor the name its cursors are signed with
   * @param oldestFirst how it is ordered; else the newest first
   * @param isById whether its cursors hold the row's id and no time
   */
  public record Listed(
      String operation,
      String path,
      Persona persona,
      String cursor,
      boolean oldestFirst,
      boolean isById) {
    public Listed(
        String operation, String path, Persona persona, String cursor, boolean oldestFirst) {
      this(operation, path, persona, cursor, oldestFirst, false);
    }

    public Listed byId() {
      return new Listed(operation, path, persona, cursor, oldestFirst, true);
    }

    Instant at() {
      return isById ? Instant.EPOCH : BEGINNING.plusSeconds(before());
    }

    String page(int limit) {
      return path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
    }

    /** The copy with which page 999 ends. */
    int before() {
      return oldestFirst ? 999 * PAGE : Crowd.SIZE + 1 - 999 * PAGE;
    }
  }

  /** Signs a place in a list the way the service does. */
  @FunctionalInterface
  public interface Signing {
    String sign(String cursor, Instant at, UUID id);
  }

  /** A page's ids and what it cost. */
  public record Read(int rows, RequestCost cost) {
    long looked() {
      return cost.rows();
    }

    long pages() {
      return cost.pages();
    }
  }

  private final Crowd crowd;
  private final Signing signing;
  private final BiFunction<Persona, String, Read> reading;
  private final List<String> faults = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final Set<String> measured = new TreeSet<>();
  private final List<String> figures = new ArrayList<>();

  public PagedLists(Crowd crowd, Signing signing, BiFunction<Persona, String, Read> reading) {
    this.crowd = crowd;
    this.signing = signing;
    this.reading = reading;
  }

  /** Paths of the document whose GET takes a cursor. */
  public static Set<String> of(String service) {
    Path file = ContractFiles.root().resolve("openapi").resolve(service + ".yaml");
    Set<String> lists = new TreeSet<>();
    ContractFiles.yaml(file)
        .path("paths")
        .properties()
        .forEach(
            path -> {
              for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.path("name").asString("").equals("cursor")) {
                  lists.add(path.getKey());
                }
              }
            });
    return lists;
  }

  /** Asks for each list; what is wrong is told by {@link #allOf}. */
  public void measure(List<Listed> table) {
    crowd.settle();
    for (Listed list : table) {
      measured.add(list.operation());
      figures.add(judge(list));
    }
  }

  /**
   * Throws one failure that tells of all lists at once, those among them that nobody measured. Its
   * first line has them all: more of it a summary may not show.
   */
  public void allOf(String service) {
    System.out.println("FIGURE lists of " + service + ":\n  " + String.join("\n  ", figures));
    Set<String> missing = new TreeSet<>(of(service));
    missing.removeAll(measured);
    if (!missing.isEmpty()) {
      faults.add("not measured: " + missing);
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("; ", faults) + "\n" + String.join("\n", statements));
    }
  }

  private String judge(Listed list) {
    String path = list.path().replaceAll("[0-9a-f-]{36}", "…");
    try {
      Read ten = read(list, list.page(10));
      Read sixty = read(list, list.page(60));
      Read first = read(list, list.page(PAGE));
      String place = signing.sign(list.cursor(), list.at(), Crowd.id(list.before()));
      String late = "&cursor=" + place;
      Read thousandth = read(list, list.page(PAGE) + late);
      List<Integer> shown = List.of(ten.rows(), sixty.rows(), first.rows(), thousandth.rows());
      if (!shown.equals(List.of(10, 60, PAGE, PAGE))) {
        faults.add(path + " shows pages of " + shown);
      }
      if (sixty.cost().roundTrips() != ten.cost().roundTrips()) {
        faults.add(
            "%s takes %d statements for sixty rows, %d for ten"
                .formatted(path, sixty.cost().roundTrips(), ten.cost().roundTrips()));
      }
      if (first.cost().plans().isEmpty()) {
        faults.add(path + " tells no plan");
      }
      bounded(path + ", page 1, rows looked at", first, Read::looked, 2L * A_FEW);
      bounded(
          path + ", page 1,000, rows looked at", thousandth, Read::looked, first.looked() + A_FEW);
      bounded(path + ", page 1,000, pages read", thousandth, Read::pages, first.pages() + A_FEW);
      return "%s: %d statements; page 1 looks at %d rows (%d pages), page 1,000 at %d (%d)"
          .formatted(
              path,
              sixty.cost().roundTrips(),
              first.looked(),
              first.pages(),
              thousandth.looked(),
              thousandth.pages());
    } catch (RuntimeException | AssertionError fault) {
      faults.add(path + " could not be read: " + fault);
      return path + ": not read";
    }
  }

  private void bounded(String what, Read read, ToLongFunction<Read> figure, long most) {
    long found = figure.applyAsLong(read);
    if (found > most) {
      faults.add("%s: %d, at most %d".formatted(what, found, most));
      statements.add(what + ", most of them for " + read.cost().dearest());
    }
  }

  private Read read(Listed list, String page) {
    return reading.apply(list.persona(), page);
  }
}
