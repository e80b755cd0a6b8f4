package org.hifazat.platform.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/**
 * Every list of a service by its OpenAPI document, and what its pages cost: as many statements for
 * sixty rows as for ten, the first page without reading all there is, the thousandth for what the
 * first costs. A list that the table does not name is a failure.
 */
public final class PagedLists {
  private static final int PAGE = 5;

  /** A small table beside the list is read whole now and then; what lies before a page is not. */
  private static final int A_FEW = Crowd.SIZE / 20;

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
  public record Read(int rows, RequestCost cost) {}

  private final Signing signing;
  private final BiFunction<Persona, String, Read> reading;
  private final SoftAssertions all = new SoftAssertions();
  private final Set<String> measured = new TreeSet<>();
  private final List<String> figures = new ArrayList<>();

  public PagedLists(Signing signing, BiFunction<Persona, String, Read> reading) {
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
    for (Listed list : table) {
      measured.add(list.operation());
      figures.add(judge(list));
    }
  }

  /** Throws one failure that tells of all lists at once, those among them that nobody measured. */
  public void allOf(String service) {
    System.out.println("FIGURE lists of " + service + ":\n  " + String.join("\n  ", figures));
    all.assertThat(measured).as("lists of %s that are measured", service).containsAll(of(service));
    all.assertAll();
  }

  private String judge(Listed list) {
    try {
      Read ten = read(list, list.page(10));
      Read sixty = read(list, list.page(60));
      Read first = read(list, list.page(PAGE));
      String place = signing.sign(list.cursor(), list.at(), Crowd.id(list.before()));
      String late = "&cursor=" + place;
      Read thousandth = read(list, list.page(PAGE) + late);
      all.assertThat(List.of(ten.rows(), sixty.rows(), first.rows(), thousandth.rows()))
          .as("%s shows pages of", list.path())
          .containsExactly(10, 60, PAGE, PAGE);
      all.assertThat(sixty.cost().roundTrips())
          .as("statements of %s for sixty rows, and for ten", list.path())
          .isEqualTo(ten.cost().roundTrips());
      all.assertThat(first.cost().plans()).as("plans of %s", list.path()).isNotEmpty();
      all.assertThat(first.cost().rows())
          .as("rows looked at for the first page of %s: %s", list.path(), first.cost().dearest())
          .isLessThan(Crowd.SIZE / 10);
      all.assertThat(thousandth.cost().rows())
          .as("rows for page 1,000 of %s: %s", list.path(), thousandth.cost().dearest())
          .isLessThanOrEqualTo(first.cost().rows() + A_FEW);
      all.assertThat(thousandth.cost().pages())
          .as("pages read for page 1,000 of %s: %s", list.path(), thousandth.cost().dearest())
          .isLessThanOrEqualTo(first.cost().pages() + A_FEW);
      return "%s: %d statements; page 1 looks at %d rows (%d pages), page 1,000 at %d (%d)"
          .formatted(
              list.path().replaceAll("[0-9a-f-]{36}", "…"),
              sixty.cost().roundTrips(),
              first.cost().rows(),
              first.cost().pages(),
              thousandth.cost().rows(),
              thousandth.cost().pages());
    } catch (RuntimeException | AssertionError fault) {
      all.fail(list.path() + " could not be read: " + fault);
      return list.path() + ": not read";
    }
  }

  private Read read(Listed list, String page) {
    return reading.apply(list.persona(), page);
  }
}
