package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;

/** The content of attachments: pieces, each encrypted under the case's key for its own place. */
@ApplicationScoped
class AttachmentPieces {
  static final int SIZE = 256 << 10;

  /** Read in one statement: about a megabyte in memory, whatever the size of the whole. */
  static final int AT_ONCE = 4;

  private final Session entities;
  private final FieldCipher cipher;

  AttachmentPieces(Session entities, FieldCipher cipher) {
    this.entities = entities;
    this.cipher = cipher;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void put(UUID subject, UUID attachment, int position, byte[] plain) {
    entities
        .createNativeMutationQuery(
            "insert into attachment_piece (attachment_id, position, size, content)"
                + " values (:attachment, :position, :size, :content)")
        .setParameter("attachment", attachment)
        .setParameter("position", position)
        .setParameter("size", plain.length)
        .setParameter("content", cipher.encryptBytes(subject, field(position), attachment, plain))
        .executeUpdate();
  }

  /** Another content in place of all pieces; returns how many there are now. */
  @Transactional(Transactional.TxType.MANDATORY)
  int replace(UUID subject, UUID attachment, byte[] plain) {
    entities
        .createNativeMutationQuery("delete from attachment_piece where attachment_id = :id")
        .setParameter("id", attachment)
        .executeUpdate();
    int position = 0;
    for (int from = 0; from < plain.length; from += SIZE) {
      put(
          subject,
          attachment,
          position++,
          Arrays.copyOfRange(plain, from, Math.min(from + SIZE, plain.length)));
    }
    return position;
  }

  /** Some pieces on from one, in one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  byte[] read(UUID subject, UUID attachment, int from, int count) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(count * SIZE);
    List<byte[]> stored =
        entities
            .createNativeQuery(
                "select content from attachment_piece where attachment_id = :attachment"
                    + " and position >= :from and position < :to order by position",
                byte[].class)
            .setParameter("attachment", attachment)
            .setParameter("from", from)
            .setParameter("to", from + count)
            .getResultList();
    int position = from;
    for (byte[] piece : stored) {
      plain.writeBytes(cipher.decryptBytes(subject, field(position++), attachment, piece));
    }
    return plain.toByteArray();
  }

  private static String field(int position) {
    return "attachment_piece.content." + position;
  }
}
