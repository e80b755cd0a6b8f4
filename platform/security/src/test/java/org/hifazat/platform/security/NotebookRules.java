package org.hifazat.platform.security;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Rules of the notebook; {@link Forgetful} leaves one out. */
@Singleton
@IfBuildProperty(name = "notebook.rules", stringValue = "complete", enableIfMissing = true)
class NotebookRules implements OperationRules<NotebookOperation> {
  @Override
  public Class<NotebookOperation> operations() {
    return NotebookOperation.class;
  }

  @Override
  public Map<NotebookOperation, Rule> rules() {
    var rules = new EnumMap<NotebookOperation, Rule>(NotebookOperation.class);
    rules.put(
        NotebookOperation.LIST_NOTES,
        Rule.allow("writer", Relation.NONE).and("reader", Relation.NONE));
    rules.put(
        NotebookOperation.READ_NOTE,
        Rule.allow("writer", Relation.OWN).and("reader", Relation.OWN, Relation.SAME_UNIT));
    rules.put(NotebookOperation.SEAL_NOTE, Rule.allow("writer", Relation.OWN));
    rules.put(NotebookOperation.EXPORT_NOTE, Rule.allow("writer", Relation.OWN));
    rules.put(
        NotebookOperation.OPEN_SEALED_NOTE,
        Rule.allow("reader", Relation.SEALED).and(Caller.SYSTEM_ROLE, Relation.SEALED));
    rules.put(NotebookOperation.SWEEP_NOTES, Rule.allow(Caller.SYSTEM_ROLE, Relation.NONE));
    return rules;
  }

  @Singleton
  @IfBuildProperty(name = "notebook.rules", stringValue = "one-missing")
  static class Forgetful extends NotebookRules {
    @Override
    public Map<NotebookOperation, Rule> rules() {
      var rules = new EnumMap<>(super.rules());
      rules.remove(NotebookOperation.SEAL_NOTE);
      return rules;
    }
  }
}
