package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;

/** What came of tasks, in the words of those who did them. */
@ApplicationScoped
public class TaskNotes {
  static final String FIELD = "task.note";

  private final FieldCipher cipher;

  TaskNotes(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * @return notes by task id, for those that have one
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, String> open(UUID child, Collection<Task> tasks) {
    Map<UUID, String> notes = new HashMap<>();
    for (Task task : tasks) {
      byte[] sealed = task.note();
      if (sealed != null) {
        notes.put(task.id(), cipher.decrypt(child, FIELD, task.id(), sealed));
      }
    }
    return notes;
  }
}
