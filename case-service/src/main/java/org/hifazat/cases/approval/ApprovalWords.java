package org.hifazat.cases.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** What is submitted and answered is about the child: sealed under the child's key. */
@ApplicationScoped
class ApprovalWords {
  private static final String CONTENT = "approval.content";
  private static final String NOTE = "approval.note";
  private static final String COMMENT = "approval.comment";
  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  private final FieldCipher cipher;
  private final ObjectMapper json;

  ApprovalWords(FieldCipher cipher, ObjectMapper json) {
    this.cipher = cipher;
    this.json = json;
  }

  /** What a reader of one approval gets in clear. */
  record Clear(List<Fact> content, @Nullable String note, @Nullable String comment) {}

  void seal(UUID child, Approval approval, List<Fact> content, @Nullable String note) {
    try {
      approval.seal(
          cipher.encrypt(child, CONTENT, approval.id(), json.writeValueAsString(content)),
          note == null ? null : cipher.encrypt(child, NOTE, approval.id(), note));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("facts are always writable", fault);
    }
  }

  byte @Nullable [] comment(UUID child, UUID approval, @Nullable String comment) {
    return comment == null ? null : cipher.encrypt(child, COMMENT, approval, comment);
  }

  Clear open(UUID child, Approval approval) {
    UUID id = approval.id();
    try {
      return new Clear(
          json.readValue(cipher.decrypt(child, CONTENT, id, approval.content()), FACTS),
          approval.note().map(note -> cipher.decrypt(child, NOTE, id, note)).orElse(null),
          approval
              .comment()
              .map(comment -> cipher.decrypt(child, COMMENT, id, comment))
              .orElse(null));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("frozen content is not readable", fault);
    }
  }
}
