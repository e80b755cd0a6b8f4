package org.hifazat.platform.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the service from starting when an operation, a rule and a resource method do not meet. */
@ApplicationScoped
class CompletenessCheck {
  private final OperationCatalogue catalogue;
  private final ResourceMethods resources;

  CompletenessCheck(OperationCatalogue catalogue, ResourceMethods resources) {
    this.catalogue = catalogue;
    this.resources = resources;
  }

  void onStart(@Observes StartupEvent starting) {
    List<String> gaps = gaps(catalogue.entries(), resources.all());
    if (!gaps.isEmpty()) {
      throw new IllegalStateException("Access rules are incomplete: " + String.join("; ", gaps));
    }
  }

  /** What is missing, one sentence each; empty when all meet. */
  static List<String> gaps(Collection<OperationCatalogue.Entry> operations, Set<Method> methods) {
    var gaps = new ArrayList<String>();
    var performed = new HashSet<String>();
    var known = new HashSet<String>();
    operations.forEach(operation -> known.add(operation.name()));
    for (Method method : methods) {
      String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
      Performs performs = method.getAnnotation(Performs.class);
      if (performs == null) {
        gaps.add(name + " has no @Performs");
      } else if (known.contains(performs.value())) {
        performed.add(performs.value());
      } else {
        gaps.add(name + " performs " + performs.value() + ", which is no operation");
      }
    }
    for (OperationCatalogue.Entry operation : operations) {
      if (operation.rule() == null) {
        gaps.add("operation " + operation.name() + " has no rule");
      }
      if (!operation.internal() && !performed.contains(operation.name())) {
        gaps.add("operation " + operation.name() + " is performed by no resource method");
      }
    }
    return gaps.stream().sorted().toList();
  }
}
