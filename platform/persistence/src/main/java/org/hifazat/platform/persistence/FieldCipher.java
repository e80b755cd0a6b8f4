package org.hifazat.platform.persistence;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.UUID;

/**
 * Encrypts personal text field by field with one AES-256-GCM data key per subject. The ciphertext
 * is bound to field and row, so a value copied elsewhere does not decrypt. Every method needs a JTA
 * transaction; data keys live unwrapped no longer than it.
 */
@ApplicationScoped
public class FieldCipher {
  /** First byte of every ciphertext: the layout of what follows. */
  private static final byte FORMAT = 1;

  private final SubjectKeys keys;

  FieldCipher(SubjectKeys keys) {
    this.keys = keys;
  }

  /**
   * Encrypts one value; the subject's key is made with the first.
   *
   * @param subject whose key it is, usually the child
   * @param field {@code table.column}, e.g. {@code child.given_name}
   * @param row the id of the row it is stored in
   * @throws ErasedSubjectException if the subject was erased
   */
  public byte[] encrypt(UUID subject, String field, UUID row, String plain) {
    return encryptBytes(subject, field, row, plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * As {@link #encrypt}, for a piece of something that is no text, such as a document.
   *
   * @param field names the piece too when a row has several, e.g. {@code document.content.7}, so
   *     that pieces cannot change places
   */
  public byte[] encryptBytes(UUID subject, String field, UUID row, byte[] plain) {
    try {
      byte[] sealed = keys.toWrite(subject).encrypt(plain, binding(field, row));
      byte[] cipher = new byte[sealed.length + 1];
      cipher[0] = FORMAT;
      System.arraycopy(sealed, 0, cipher, 1, sealed.length);
      return cipher;
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Field " + field + " could not be encrypted", fault);
    }
  }

  /**
   * Decrypts what {@link #encrypt} returned for the same subject, field and row.
   *
   * @throws ErasedSubjectException if the subject was erased
   * @throws UnreadableFieldException if it belongs to another field, row or subject, was changed,
   *     or the subject never had a key
   */
  public String decrypt(UUID subject, String field, UUID row, byte[] cipher) {
    return new String(decryptBytes(subject, field, row, cipher), StandardCharsets.UTF_8);
  }

  /** As {@link #decrypt}, for what {@link #encryptBytes} returned. */
  public byte[] decryptBytes(UUID subject, String field, UUID row, byte[] cipher) {
    try {
      Aead key = keys.toRead(subject);
      if (cipher.length == 0 || cipher[0] != FORMAT) {
        throw new GeneralSecurityException("unknown format");
      }
      byte[] sealed = new byte[cipher.length - 1];
      System.arraycopy(cipher, 1, sealed, 0, sealed.length);
      return key.decrypt(sealed, binding(field, row));
    } catch (GeneralSecurityException refused) {
      throw new UnreadableFieldException(field, row, refused);
    }
  }

  /** Loads the keys of many subjects in one statement, so that a list costs no more than a row. */
  public void preload(Collection<UUID> subjects) {
    keys.preload(subjects);
  }

  /**
   * Destroys the subject's key for good, in every backup's reach too; unknown subjects included.
   */
  public void destroy(UUID subject) {
    keys.destroy(subject);
  }

  private static byte[] binding(String field, UUID row) {
    return (field + ':' + row).getBytes(StandardCharsets.UTF_8);
  }
}
