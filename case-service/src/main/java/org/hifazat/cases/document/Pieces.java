package org.hifazat.cases.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;

/** The content of documents: pieces, each encrypted under the child's key for its own place. */
@ApplicationScoped
class Pieces {
  /** Of what is kept; what arrives comes in pieces of the sender's choice. */
  static final int SIZE = 256 << 10;

  /** Read in one statement: about a megabyte in memory, whatever the document's size. */
  static final int AT_ONCE = 4;

  private final Session entities;
  private final FieldCipher cipher;

  Pieces(Session entities, FieldCipher cipher) {
    this.entities = entities;
    this.cipher = cipher;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void put(UUID child, UUID document, int position, byte[] plain) {
    entities
        .createNativeMutationQuery(
            "insert into document_piece (document_id, position, size, content)"
                + " values (:document, :position, :size, :content)")
        .setParameter("document", document)
        .setParameter("position", position)
        .setParameter("size", plain.length)
        .setParameter("content", cipher.encryptBytes(child, field(position), document, plain))
        .executeUpdate();
  }

  /** Another content in place of all pieces; returns how many there are now. */
  @Transactional(Transactional.TxType.MANDATORY)
  int replace(UUID child, UUID document, byte[] plain) {
    removeAll(document);
    int position = 0;
    for (int from = 0; from < plain.length; from += SIZE) {
      put(
          child,
          document,
          position++,
          Arrays.copyOfRange(plain, from, Math.min(from + SIZE, plain.length)));
    }
    return position;
  }

  /** Nothing of the content remains. */
  @Transactional(Transactional.TxType.MANDATORY)
  void removeAll(UUID document) {
    entities
        .createNativeMutationQuery("delete from document_piece where document_id = :document")
        .setParameter("document", document)
        .executeUpdate();
  }

  /** Some pieces on from one, in one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  byte[] read(UUID child, UUID document, int from, int count) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(count * SIZE);
    List<byte[]> stored =
        entities
            .createNativeQuery(
                "select content from document_piece where document_id = :document"
                    + " and position >= :from and position < :to order by position",
                byte[].class)
            .setParameter("document", document)
            .setParameter("from", from)
            .setParameter("to", from + count)
            .getResultList();
    int position = from;
    for (byte[] piece : stored) {
      plain.writeBytes(cipher.decryptBytes(child, field(position++), document, piece));
    }
    return plain.toByteArray();
  }

  private static String field(int position) {
    return "document_piece.content." + position;
  }
}
