package org.hifazat.platform.security;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All operations of this service by name, each with its rule. */
@Singleton
class OperationCatalogue {
  /** An operation and, unless the service forgot it, its rule. */
  record Entry(String name, @Nullable Rule rule, boolean internal, boolean sensitive) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  OperationCatalogue(@All List<OperationRules<?>> services) {
    services.forEach(this::add);
  }

  Optional<Entry> find(String operation) {
    return Optional.ofNullable(entries.get(operation));
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  /** The operation's rule; without one nobody may do anything. */
  Rule rule(String operation) {
    Entry entry = entries.get(operation);
    return entry == null || entry.rule() == null ? new Rule(Map.of()) : entry.rule();
  }

  /** Whether a fresh, strong sign-in is asked for. */
  boolean isSensitive(String operation) {
    return find(operation).map(Entry::sensitive).orElse(false);
  }

  private <O extends Enum<O> & Operation> void add(OperationRules<O> service) {
    Map<O, Rule> rules = service.rules();
    for (O operation : service.operations().getEnumConstants()) {
      String name = operation.name();
      Field constant = constant(service.operations(), name);
      var entry =
          new Entry(
              name,
              rules.get(operation),
              constant.isAnnotationPresent(Internal.class),
              constant.isAnnotationPresent(Sensitive.class));
      if (entries.put(name, entry) != null) {
        throw new IllegalStateException("Two operations are named " + name);
      }
    }
  }

  private static Field constant(Class<?> operations, String name) {
    try {
      return operations.getField(name);
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
