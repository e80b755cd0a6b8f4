package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a supervisor does with a file: uploads it in pieces, has it checked, has it taken over. */
@ApplicationScoped
public class PrepareImport {
  static final String PIECE = "case_import_piece.content";
  static final int MOST_PIECES = 48;
  static final int LARGEST_PIECE = 128 * 1024;

  private final Session entities;
  private final Imports imports;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  PrepareImport(
      Session entities,
      Imports imports,
      FieldCipher cipher,
      IdempotentCreation creation,
      Access access,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.imports = imports;
    this.cipher = cipher;
    this.creation = creation;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** What was begun, or begun before by the same request. */
  public record Begun(Created created, CaseImport begun) {}

  @Transactional
  public Begun begin(@Nullable String idempotencyKey) {
    access.require(CaseOperation.IMPORT_CASES, Relation.NONE);
    Created created =
        creation.once(
            idempotencyKey,
            CaseOperation.IMPORT_CASES.name(),
            "begin",
            () -> {
              UUID id = ids.next();
              entities.persist(
                  CaseImport.begun(
                      id,
                      callers.current().unitId().orElseThrow(),
                      callers.current().staffId().orElseThrow(),
                      clock.instant().truncatedTo(ChronoUnit.MICROS)));
              entities.flush();
              audit.performed(CaseOperation.IMPORT_CASES.name(), "import", id, "begin");
              return Created.now(id, URI.create("/v1/imports/" + id));
            });
    return new Begun(created, imports.one(created.id()));
  }

  /** A piece that was sent before is replaced, so that a broken upload goes on where it was. */
  @Transactional
  public void piece(UUID importId, int position, byte[] content) {
    access.require(CaseOperation.IMPORT_CASES, Relation.NONE, "import", importId);
    CaseImport one = imports.one(importId);
    requireState(one, CaseImport.UPLOADING);
    if (position >= MOST_PIECES || content.length > LARGEST_PIECE || content.length == 0) {
      throw new ProblemException(CaseProblem.IMPORT_TOO_LARGE);
    }
    byte[] sealed =
        cipher.encrypt(
            importId,
            PIECE,
            new UUID(importId.getMostSignificantBits(), position),
            new String(content, StandardCharsets.ISO_8859_1));
    entities
        .createNativeQuery(
            """
            insert into case_import_piece (import_id, position, content) values (:id, :position, :content)
            on conflict (import_id, position) do update set content = excluded.content""")
        .setParameter("id", importId)
        .setParameter("position", position)
        .setParameter("content", sealed)
        .executeUpdate();
  }

  /** From now on the file is read row by row; nothing is registered. */
  @Transactional
  public CaseImport check(UUID importId, long expectedVersion) {
    CaseImport one = inState(importId, expectedVersion, CaseImport.UPLOADING);
    one.check();
    entities.flush();
    audit.performed(CaseOperation.IMPORT_CASES.name(), "import", importId, "check");
    return one;
  }

  /** From now on the rows that were found ready are registered. */
  @Transactional
  public CaseImport start(UUID importId, long expectedVersion) {
    CaseImport one = inState(importId, expectedVersion, CaseImport.CHECKED);
    one.run();
    entities.flush();
    audit.performed(
        CaseOperation.IMPORT_CASES.name(), "import", importId, "start", "rows-" + one.ready());
    return one;
  }

  CaseImport inState(UUID importId, long expectedVersion, String state) {
    access.require(CaseOperation.IMPORT_CASES, Relation.NONE, "import", importId);
    CaseImport one = imports.one(importId);
    Preconditions.check(expectedVersion, one.version());
    requireState(one, state);
    return one;
  }

  private static void requireState(CaseImport one, String state) {
    if (!one.state().equals(state)) {
      throw new ProblemException(CaseProblem.IMPORT_NOT_IN_THAT_STATE);
    }
  }
}
