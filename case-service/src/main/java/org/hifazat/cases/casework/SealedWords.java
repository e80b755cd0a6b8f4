package org.hifazat.cases.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Words and whole documents about a child, sealed with the child's key. */
@ApplicationScoped
public class SealedWords {
  private final FieldCipher cipher;
  private final ObjectMapper json;

  SealedWords(FieldCipher cipher, ObjectMapper json) {
    this.cipher = cipher;
    this.json = json;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public byte @Nullable [] seal(UUID child, String field, UUID row, @Nullable String words) {
    return words == null ? null : cipher.encrypt(child, field, row, words);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public @Nullable String open(UUID child, String field, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(child, field, row, sealed);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public byte[] sealDocument(UUID child, String field, UUID row, Object document) {
    try {
      return cipher.encrypt(child, field, row, json.writeValueAsString(document));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a document record must be serialisable", fault);
    }
  }

  /** Older documents may have fields that are no longer known. */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> T openDocument(UUID child, String field, UUID row, byte[] sealed, Class<T> type) {
    try {
      return json.readerFor(type)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(cipher.decrypt(child, field, row, sealed));
    } catch (JsonProcessingException fault) {
      // The cause would quote the words.
      throw new IllegalStateException("the document in " + field + " cannot be read");
    }
  }
}
