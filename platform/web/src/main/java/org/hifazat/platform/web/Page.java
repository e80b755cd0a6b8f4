package org.hifazat.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: body {@code {"items":[…]}}, and {@code Link: <?cursor=…>; rel="next"} when
 * there is more. No totals: counting all rows costs what paging saves.
 *
 * @param items in the list's order
 * @param next signed cursor of the next page
 */
public record Page<T>(
    @Schema(required = true) List<T> items,
    @JsonIgnore @Schema(hidden = true) Optional<String> next) {

  /** Items of a page when the client names no limit. */
  public static final int DEFAULT_LIMIT = 20;

  /** Most items of a page. */
  public static final int MAX_LIMIT = 100;

  /** A list that is never longer than one page. */
  public static <T> Page<T> all(List<T> items) {
    return new Page<>(List.copyOf(items), Optional.empty());
  }

  /**
   * Cuts a page from rows read with {@code LIMIT limit + 1}: the extra row only says that there is
   * more.
   *
   * @param cursor signed cursor of the last row shown
   */
  public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return all(rows);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
  }

  /**
   * The limit to read with.
   *
   * @param limit as asked for, 1 to 100; null means 20
   * @throws ProblemException invalid-value (400) outside of that
   */
  public static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ProblemException(CommonProblem.INVALID_VALUE, new Violation("/limit", "range"));
    }
    return limit;
  }
}
