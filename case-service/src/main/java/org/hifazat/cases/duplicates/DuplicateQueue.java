package org.hifazat.cases.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.child.ReadableChildren;
import org.hifazat.cases.matching.Judgement;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Pairs to look at: the unit's for its supervisors, those of their own cases for workers. */
@ApplicationScoped
public class DuplicateQueue {
  private static final TypeReference<List<Judgement.Part>> PARTS = new TypeReference<>() {};

  private final Session entities;
  private final Sides sides;
  private final CaseFiles files;
  private final ChildDetails details;
  private final ReadableChildren readable;
  private final Merges merges;
  private final ObjectMapper json;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  DuplicateQueue(
      Session entities,
      Sides sides,
      CaseFiles files,
      ChildDetails details,
      ReadableChildren readable,
      Merges merges,
      ObjectMapper json,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.sides = sides;
    this.files = files;
    this.details = details;
    this.readable = readable;
    this.merges = merges;
    this.json = json;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /** A pair in the list, with names for who may read the whole case. */
  public record Line(
      DuplicatePair pair,
      Side one,
      Side other,
      Relation toOne,
      Relation toOther,
      List<Judgement.Part> parts,
      Map<UUID, String> names) {}

  /**
   * A pair whole: particulars of the sides that the caller may read, and what was decided.
   *
   * @param goOnIn numbers of the cases that those of the two which were merged went into
   */
  public record Whole(
      Line line,
      @Nullable ChildParticulars oneChild,
      @Nullable ChildParticulars otherChild,
      List<Decision> decisions,
      List<ChildMerge> merges,
      Map<UUID, String> goOnIn) {}

  public record Decision(
      String decision, UUID decidedBy, UUID unitId, Instant happenedAt, Instant recordedAt) {}

  /**
   * Newest first; as many statements for a full page as for an empty one.
   *
   * @param state open, unsure, different, same or merged
   */
  @Transactional
  public List<Line> page(String state, @Nullable Cursor after, int limit) {
    Caller caller = callers.current();
    if (caller.unitId().isEmpty()) {
      return List.of();
    }
    // Each half is read from its own index; a condition with "or" would use neither.
    String half =
        """
        (select p.* from duplicate_pair p where p.%1$s = :unit and p.state = :state %2$s %3$s
          order by p.found_at desc, p.id desc limit :limit)\
        """;
    String own =
        caller.has(Role.SUPERVISOR)
            ? ""
            : " and exists (select 1 from case_file o where o.id in (p.one_case, p.other_case)"
                + " and o.owner_id = :staff)";
    String from = after == null ? "" : " and (p.found_at, p.id) < (:at, :id)";
    NativeQuery<DuplicatePair> query =
        entities
            .createNativeQuery(
                half.formatted("one_unit", own, from)
                    + " union "
                    + half.formatted("other_unit", own, from)
                    + " order by found_at desc, id desc limit :limit",
                DuplicatePair.class)
            .setParameter("unit", caller.unitId().get())
            .setParameter("state", state)
            .setParameter("limit", limit);
    if (!own.isEmpty()) {
      query.setParameter("staff", caller.staffId().orElseThrow());
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return lines(query.getResultList());
  }

  /** Empty when there is none within reach; the read is audited. */
  @Transactional
  public Optional<Whole> whole(UUID id) {
    DuplicatePair pair = entities.find(DuplicatePair.class, id);
    if (pair == null || pair.state().equals(DuplicatePair.GONE)) {
      return Optional.empty();
    }
    List<Line> lines = lines(List.of(pair));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Line line = lines.getFirst();
    access.require(
        CaseOperation.VIEW_DUPLICATE, sides.relation(line.one(), line.other()), "duplicate", id);
    audit.read(CaseOperation.VIEW_DUPLICATE.name(), "duplicate", id);
    return Optional.of(
        new Whole(
            line,
            particulars(line.one(), line.toOne()),
            particulars(line.other(), line.toOther()),
            decisions(id),
            merges.of(id),
            merges.goOnIn(pair.oneCase(), pair.otherCase())));
  }

  private List<Line> lines(List<DuplicatePair> pairs) {
    Map<UUID, Side> all = sides.of(pairs.stream().map(DuplicatePair::id).toList());
    List<UUID> cases = new ArrayList<>();
    pairs.forEach(
        pair -> {
          cases.add(pair.oneCase());
          cases.add(pair.otherCase());
        });
    Map<UUID, String> names = readable.names(cases);
    return pairs.stream()
        .filter(pair -> all.containsKey(pair.oneCase()) && all.containsKey(pair.otherCase()))
        .map(
            pair -> {
              Side one = Objects.requireNonNull(all.get(pair.oneCase()));
              Side other = Objects.requireNonNull(all.get(pair.otherCase()));
              return new Line(
                  pair, one, other, sides.relation(one), sides.relation(other), parts(pair), names);
            })
        .toList();
  }

  /** In clear for who may read that case whole, by the same rule as the case itself. */
  private @Nullable ChildParticulars particulars(Side side, Relation relation) {
    if (!access.permits(CaseOperation.VIEW_CASE, relation)) {
      return null;
    }
    try {
      return files.withChild(side.caseId()).map(found -> details.open(found.child())).orElse(null);
    } catch (ErasedSubjectException erased) {
      return null;
    }
  }

  private List<Decision> decisions(UUID pair) {
    return entities
        .createNativeQuery(
            """
            select decision, decided_by, unit_id, happened_at, recorded_at from duplicate_decision
             where pair_id = :pair order by recorded_at, id\
            """,
            Object[].class)
        .setParameter("pair", pair)
        .addScalar("decision", String.class)
        .addScalar("decided_by", UUID.class)
        .addScalar("unit_id", UUID.class)
        .addScalar("happened_at", Instant.class)
        .addScalar("recorded_at", Instant.class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Decision(
                    (String) row[0],
                    (UUID) row[1],
                    (UUID) row[2],
                    (Instant) row[3],
                    (Instant) row[4]))
        .toList();
  }

  private List<Judgement.Part> parts(DuplicatePair pair) {
    try {
      return json.readValue(pair.parts(), PARTS);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
