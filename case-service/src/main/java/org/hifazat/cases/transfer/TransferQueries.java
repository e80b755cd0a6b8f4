package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Transfers as both sides read them; which side reads how much the database decides. */
@ApplicationScoped
public class TransferQueries {
  private final Session entities;
  private final ReachCase reach;
  private final CasePages pages;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final CallerContext callers;

  TransferQueries(
      Session entities,
      ReachCase reach,
      CasePages pages,
      FieldCipher cipher,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.reach = reach;
    this.pages = pages;
    this.cipher = cipher;
    this.audit = audit;
    this.callers = callers;
  }

  /** What was said, in clear. */
  public record Said(
      String request,
      @Nullable String outsideBody,
      @Nullable String overrideText,
      @Nullable String answer) {}

  /**
   * @param content null for who keeps the stub only
   */
  public record Whole(
      CaseTransfer transfer, @Nullable TransferContent content, @Nullable Said said) {}

  /** Coming in: pending ones, the oldest first. Gone out: all, the newest first. */
  public enum Direction {
    IN,
    OUT
  }

  /** The stubs, with what may be read of them besides in one statement more. */
  @Transactional
  public List<Whole> page(Direction direction, @Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String text =
        switch (direction) {
          case IN ->
              "from CaseTransfer where toUnit = :unit and state = 'pending'"
                  + (after == null
                      ? ""
                      : " and recordedAt >= :at and (recordedAt > :at or id > :id)")
                  + " order by recordedAt, id";
          case OUT ->
              "from CaseTransfer where fromUnit = :unit"
                  + (after == null
                      ? ""
                      : " and recordedAt <= :at and (recordedAt < :at or id < :id)")
                  + " order by recordedAt desc, id desc";
        };
    TypedQuery<CaseTransfer> query =
        entities
            .createQuery(text, CaseTransfer.class)
            .setParameter("unit", unit.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<CaseTransfer> transfers = query.getResultList();
    Map<UUID, TransferContent> contents =
        contents(transfers.stream().map(CaseTransfer::id).toList());
    return transfers.stream()
        .map(transfer -> new Whole(transfer, contents.get(transfer.id()), null))
        .toList();
  }

  private Map<UUID, TransferContent> contents(Collection<UUID> ids) {
    Map<UUID, TransferContent> contents = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "select c.transferId, c from TransferContent c where c.transferId in :ids",
              Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(row -> contents.put((UUID) row[0], (TransferContent) row[1]));
    }
    return contents;
  }

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Whole one(UUID id) {
    CaseTransfer transfer =
        Optional.ofNullable(entities.find(CaseTransfer.class, id))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    audit.read(CaseOperation.LIST_TRANSFERS.name(), "transfer", id);
    return open(transfer, entities.find(TransferContent.class, id));
  }

  /** For whoever has just changed it; nothing is audited. */
  @Transactional
  public Whole afterwards(UUID id) {
    return open(entities.find(CaseTransfer.class, id), entities.find(TransferContent.class, id));
  }

  /** All of a case, the newest first; the read is audited. */
  @Transactional
  public List<Whole> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    reach.to(CaseOperation.VIEW_TRANSFERS, caseId);
    audit.read(CaseOperation.VIEW_TRANSFERS.name(), "case", caseId);
    List<CaseTransfer> transfers =
        pages.newestFirst(CaseTransfer.class, "recordedAt", caseId, after, limit);
    Map<UUID, TransferContent> contents =
        contents(transfers.stream().map(CaseTransfer::id).toList());
    return transfers.stream().map(one -> open(one, contents.get(one.id()))).toList();
  }

  private Whole open(CaseTransfer transfer, @Nullable TransferContent content) {
    return content == null
        ? new Whole(transfer, null, null)
        : new Whole(transfer, content, said(transfer.id(), content));
  }

  private Said said(UUID id, TransferContent content) {
    UUID child = content.childId();
    return new Said(
        cipher.decrypt(child, TransferContent.REQUEST, id, content.request()),
        open(child, TransferContent.BODY, id, content.body()),
        open(child, TransferContent.OVERRIDE, id, content.overrideText()),
        open(child, TransferContent.ANSWER, id, content.answer()));
  }

  private @Nullable String open(UUID child, String field, UUID id, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(child, field, id, sealed);
  }
}
