package org.hifazat.referral.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/**
 * What an agency calls the codes of a list: it may answer with its own words and finds them beside
 * ours when it reads. Data of each agency, kept by its system or by the Commission, who keeps
 * agencies: a wrong pair makes an answer say something else, so not everybody there changes it.
 */
@ApplicationScoped
public class CodeMaps {
  /** Kinds of service, as the directory has them; nobody answers with one. */
  public static final String CATEGORY = "category";

  /** Languages of children, as packets have them; nobody answers with one. */
  public static final String LANGUAGE = "language";

  private static final String SYSTEM = "partner-system";
  private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

  private final Session session;
  private final MappedCodes codes;
  private final CallerContext callers;
  private final ObjectMapper json;
  private final AuditLog audit;
  private final Clock clock;

  CodeMaps(
      Session session,
      MappedCodes codes,
      CallerContext callers,
      ObjectMapper json,
      AuditLog audit,
      Clock clock) {
    this.session = session;
    this.codes = codes;
    this.callers = callers;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param theirs what the agency calls it
   * @param ours a code of the list; of several that stand for one, the first is what it reads
   */
  public record Entry(String theirs, String ours) {}

  /** A map as it stands; one never kept is empty, of version 0. */
  public record CodeMap(String list, long version, List<Entry> entries) {}

  /**
   * What a code of the agency's would be taken for.
   *
   * @param ours absent when nothing: an answer with it would be refused
   * @param by map, same (it is our own code) or none
   */
  public record Trial(String theirs, @Nullable String ours, String by) {}

  /**
   * @param unmapped our codes of the list that the agency has no name for
   */
  public record Trials(List<Trial> codes, List<String> unmapped) {}

  /**
   * @param list reason, status-reason, outcome, category or language
   */
  @Transactional
  public CodeMap of(String list) {
    return own().map(agency -> read(agency, list)).orElse(new CodeMap(list, 0, List.of()));
  }

  /** As above, of an agency by its id; one that was registered a moment ago has none yet. */
  @Transactional
  public CodeMap of(UUID agency, String list) {
    return read(agency, list);
  }

  /**
   * The whole map of the caller's agency in place of the one there was.
   *
   * @throws ProblemException stale, code-unknown, or invalid-value where one of theirs stands twice
   */
  @Transactional
  public CodeMap keep(String list, List<Entry> entries, long expected) {
    UUID agency = own().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    return keep(ReferralOperation.PARTNER_KEEP_CODE_MAPS, agency, list, entries, expected);
  }

  /**
   * As above, of an agency by its id.
   *
   * @throws ProblemException not-found besides
   */
  @Transactional
  public CodeMap keep(UUID agency, String list, List<Entry> entries, long expected) {
    return keep(ReferralOperation.KEEP_CODE_MAPS, known(agency), list, entries, expected);
  }

  private CodeMap keep(
      ReferralOperation operation, UUID agency, String list, List<Entry> entries, long expected) {
    Set<String> known = codes.of(list);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!known.contains(entries.get(i).ours())) {
        throw new ProblemException(
            ReferralProblem.CODE_UNKNOWN, new Violation("/items/" + i + "/ours", "code-unknown"));
      }
      if (!seen.add(entries.get(i).theirs())) {
        throw new ProblemException(
            CommonProblem.INVALID_VALUE, new Violation("/items/" + i + "/theirs", "twice"));
      }
    }
    Preconditions.check(expected, read(agency, list).version());
    int written =
        session
            .createNativeMutationQuery(
                """
                insert into agency_code_map as known (agency_id, list, version, entries, changed_at)
                values (:agency, :list, :next, cast(:entries as jsonb), :now)
                on conflict (agency_id, list) do update
                  set version = excluded.version, entries = excluded.entries,
                      changed_at = excluded.changed_at
                  where known.version = excluded.version - 1""")
            .setParameter("agency", agency)
            .setParameter("list", list)
            .setParameter("next", expected + 1)
            .setParameter("entries", written(entries))
            .setParameter("now", clock.instant())
            .executeUpdate();
    if (written == 0) {
      throw new ProblemException(CommonProblem.STALE);
    }
    audit.performed(operation.name(), "code-map", agency, list);
    return new CodeMap(list, expected + 1, entries);
  }

  /** Tries codes of the agency's against its map, without anything being answered. */
  @Transactional
  public Trials test(String list, List<String> theirs) {
    return test(of(list), theirs);
  }

  /** As above, of an agency by its id. */
  @Transactional
  public Trials test(UUID agency, String list, List<String> theirs) {
    return test(of(agency, list), theirs);
  }

  private Trials test(CodeMap map, List<String> theirs) {
    String list = map.list();
    List<Entry> entries = map.entries();
    Set<String> known = codes.of(list);
    Set<String> named = entries.stream().map(Entry::ours).collect(Collectors.toSet());
    return new Trials(
        theirs.stream().map(code -> tried(code, entries, known)).toList(),
        known.stream().filter(code -> !named.contains(code)).sorted().toList());
  }

  private static Trial tried(String code, List<Entry> entries, Set<String> known) {
    return mapped(entries, code)
        .map(ours -> new Trial(code, known.contains(ours) ? ours : null, "map"))
        .orElseGet(
            () ->
                known.contains(code)
                    ? new Trial(code, code, "same")
                    : new Trial(code, null, "none"));
  }

  /**
   * Our code for what the agency's system sent; the same where its map has no other. People answer
   * from our own list, whatever their system calls something else.
   */
  @Transactional
  public String ours(String list, String sent) {
    return callers.current().has(SYSTEM) ? mapped(of(list).entries(), sent).orElse(sent) : sent;
  }

  /**
   * What the caller's agency calls our codes, by list.
   *
   * @return only those it has a name for
   */
  @Transactional
  public Map<String, String> theirs(Map<String, String> ours) {
    Map<String, String> theirs = new HashMap<>();
    for (CodeMap map : own().map(agency -> kept(agency, null)).orElse(List.of())) {
      named(map.entries(), ours.get(map.list())).ifPresent(name -> theirs.put(map.list(), name));
    }
    return theirs;
  }

  private static Optional<String> named(List<Entry> entries, @Nullable String ours) {
    return entries.stream()
        .filter(entry -> entry.ours().equals(ours))
        .map(Entry::theirs)
        .findFirst();
  }

  private static Optional<String> mapped(List<Entry> entries, String theirs) {
    return entries.stream()
        .filter(entry -> entry.theirs().equals(theirs))
        .map(Entry::ours)
        .findFirst();
  }

  private UUID known(UUID agency) {
    boolean none =
        session
            .createNativeQuery(
                "select 1 from known_agency where agency_id = :agency", Integer.class)
            .setParameter("agency", agency)
            .getResultList()
            .isEmpty();
    if (none) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return agency;
  }

  private Optional<UUID> own() {
    return callers.current().agencyId();
  }

  private CodeMap read(UUID agency, String list) {
    return kept(agency, list).stream().findFirst().orElse(new CodeMap(list, 0, List.of()));
  }

  /**
   * @param list null for all of them
   */
  private List<CodeMap> kept(UUID agency, @Nullable String list) {
    return session
        .createNativeQuery(
            "select list, version, cast(entries as text) from agency_code_map"
                + " where agency_id = :agency and (cast(:list as text) is null or list = :list)",
            Object[].class)
        .setParameter("agency", agency)
        .setParameter("list", list, String.class)
        .getResultList()
        .stream()
        .map(
            row ->
                new CodeMap(
                    (String) row[0], ((Number) row[1]).longValue(), entries((String) row[2])))
        .toList();
  }

  private List<Entry> entries(String text) {
    try {
      return json.readValue(text, ENTRIES);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a code map cannot be read", fault);
    }
  }

  private String written(List<Entry> entries) {
    try {
      return json.writeValueAsString(entries);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a code map cannot be written", fault);
    }
  }
}
