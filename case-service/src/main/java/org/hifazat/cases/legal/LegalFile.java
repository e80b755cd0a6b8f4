package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What courts and committees have to do with a case. */
@ApplicationScoped
public class LegalFile {
  /** Of what lasts at once no case has that many. */
  static final int MOST = 200;

  static final String MATTER = "court_matter.words";
  static final String HEARING = "hearing.words";
  static final String HEARING_OUTCOME = "hearing.outcome_words";
  static final String ORDER = "legal_order.words";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;

  LegalFile(Session entities, CaseDesk desk, SealedWords words, CasePages pages) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pages = pages;
  }

  public record Matter(CourtMatter matter, MatterWords words) {}

  public record Date(Hearing hearing, @Nullable String note, @Nullable String outcome) {}

  public record Order(LegalOrder order, OrderWords words) {}

  /** The newest of each. */
  public record Whole(List<Matter> matters, List<Date> hearings, List<Order> orders) {}

  /**
   * The read is audited.
   *
   * @param limit at most this many of each
   */
  @Transactional
  public Whole of(UUID caseId, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_LEGAL, caseId, "legal");
    return new Whole(
        matters(file, null, limit), hearings(file, null, limit), orders(file, null, limit));
  }

  /** Newest first, as all of these; the read is audited. */
  @Transactional
  public List<Matter> matters(UUID caseId, @Nullable Cursor after, int limit) {
    return matters(desk.toRead(CaseOperation.VIEW_LEGAL, caseId, "matters"), after, limit);
  }

  @Transactional
  public List<Date> hearings(UUID caseId, @Nullable Cursor after, int limit) {
    return hearings(desk.toRead(CaseOperation.VIEW_LEGAL, caseId, "hearings"), after, limit);
  }

  @Transactional
  public List<Order> orders(UUID caseId, @Nullable Cursor after, int limit) {
    return orders(desk.toRead(CaseOperation.VIEW_LEGAL, caseId, "orders"), after, limit);
  }

  private List<Matter> matters(CaseFile file, @Nullable Cursor after, int limit) {
    return pages.newestFirst(CourtMatter.class, "cognizanceAt", file.id(), after, limit).stream()
        .map(one -> open(file, one))
        .toList();
  }

  private List<Date> hearings(CaseFile file, @Nullable Cursor after, int limit) {
    return pages.newestFirst(Hearing.class, "plannedFor", file.id(), after, limit).stream()
        .map(one -> open(file, one))
        .toList();
  }

  private List<Order> orders(CaseFile file, @Nullable Cursor after, int limit) {
    return pages.newestFirst(LegalOrder.class, "madeAt", file.id(), after, limit).stream()
        .map(one -> open(file, one))
        .toList();
  }

  List<LegalOrder> standingOrders(CaseFile file) {
    return standing(LegalOrder.class, "endedAt is null", file);
  }

  List<CourtMatter> undecided(CaseFile file) {
    return standing(CourtMatter.class, "decidedAt is null", file);
  }

  private <T> List<T> standing(Class<T> kind, String what, CaseFile file) {
    return entities
        .createQuery(
            "from %s where caseId = :case and %s".formatted(kind.getSimpleName(), what), kind)
        .setParameter("case", file.id())
        .setMaxResults(MOST)
        .getResultList();
  }

  Matter open(CaseFile file, CourtMatter matter) {
    return new Matter(
        matter,
        words.openDocument(file.childId(), MATTER, matter.id(), matter.words(), MatterWords.class));
  }

  Date open(CaseFile file, Hearing hearing) {
    UUID child = file.childId();
    return new Date(
        hearing,
        words.open(child, HEARING, hearing.id(), hearing.words()),
        words.open(child, HEARING_OUTCOME, hearing.id(), hearing.outcomeWords()));
  }

  Order open(CaseFile file, LegalOrder order) {
    return new Order(
        order,
        words.openDocument(file.childId(), ORDER, order.id(), order.words(), OrderWords.class));
  }

  /**
   * @throws ProblemException matter-unknown for a matter of another case
   */
  void requireMatter(CaseFile file, @Nullable UUID matterId) {
    if (matterId == null) {
      return;
    }
    CourtMatter matter = entities.find(CourtMatter.class, matterId);
    if (matter == null || !matter.caseId().equals(file.id())) {
      throw new ProblemException(CaseProblem.MATTER_UNKNOWN);
    }
  }

  /** Whether a placement can rest on this order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hasOrder(CaseFile file, UUID orderId) {
    LegalOrder order = entities.find(LegalOrder.class, orderId);
    return order != null && order.caseId().equals(file.id());
  }

  @Nullable String sectionOf(String kind) {
    return entities
        .createNativeQuery("select section from order_section where kind = :kind", String.class)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }
}
