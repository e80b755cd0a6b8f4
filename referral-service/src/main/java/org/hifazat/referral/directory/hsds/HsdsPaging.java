package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Reads pages of documents, each by one statement. */
@ApplicationScoped
class HsdsPaging {
  private static final int MOST = 100;
  private static final int USUAL = 50;
  private static final int LAST_PAGE = 10_000;

  private final Session session;
  private final ObjectMapper json;

  HsdsPaging(Session session, ObjectMapper json) {
    this.session = session;
    this.json = json;
  }

  /** A parameter of a statement: text, which the statement casts. */
  record Value(@Nullable String value) {
    static Value text(@Nullable Object value) {
      return new Value(value == null ? null : value.toString());
    }
  }

  /**
   * @param found selects id and ordinal of all that are found
   * @param document what each becomes
   * @param source where from, and how it joins to page
   */
  record Listing<T>(
      Class<T> type, String found, String document, String source, Map<String, Value> values) {}

  <T> HsdsPage<T> page(Listing<T> listing, @Nullable Integer page, @Nullable Integer perPage) {
    int number = within(page, 1, LAST_PAGE, "/page");
    int size = within(perPage, USUAL, MOST, "/per_page");
    NativeQuery<Object[]> query =
        session.createNativeQuery(
            "with found as materialized ("
                + listing.found()
                + "), page as (select id, ordinal from found order by ordinal, id limit :size offset"
                + " :skipped) select (select count(*) from found), (select cast(coalesce("
                + "jsonb_agg(jsonb_strip_nulls("
                + listing.document()
                + ") order by page.ordinal, page.id), '[]') as text) from page join "
                + listing.source()
                + ")",
            Object[].class);
    bind(query, listing.values());
    Object[] row =
        query
            .setParameter("size", size)
            .setParameter("skipped", (number - 1) * size)
            .getSingleResult();
    long total = ((Number) row[0]).longValue();
    long pages = (total + size - 1) / size;
    List<T> contents = list(listing.type(), (String) row[1]);
    return new HsdsPage<>(
        total,
        pages,
        number,
        contents.size(),
        number == 1,
        number >= pages,
        contents.isEmpty(),
        contents);
  }

  <T> Optional<T> one(Class<T> type, String document, String source, Map<String, Value> values) {
    NativeQuery<String> query =
        session.createNativeQuery(
            "select cast(jsonb_strip_nulls(" + document + ") as text) from " + source,
            String.class);
    bind(query, values);
    return query.getResultList().stream().findFirst().map(text -> read(type, text));
  }

  <T> List<T> list(Class<T> type, String text) {
    try {
      return json.readerForListOf(type).readValue(text);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("the directory's own document cannot be read", fault);
    }
  }

  private <T> T read(Class<T> type, String text) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("the directory's own document cannot be read", fault);
    }
  }

  private static void bind(NativeQuery<?> query, Map<String, Value> values) {
    values.forEach((name, value) -> query.setParameter(name, value.value(), String.class));
  }

  private static int within(@Nullable Integer value, int usual, int most, String pointer) {
    if (value == null) {
      return usual;
    }
    if (value < 1 || value > most) {
      throw new ProblemException(CommonProblem.INVALID_VALUE, new Violation(pointer, "range"));
    }
    return value;
  }
}
