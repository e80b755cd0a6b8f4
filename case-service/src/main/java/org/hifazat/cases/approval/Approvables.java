package org.hifazat.cases.approval;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All kinds of thing that are approved. */
@ApplicationScoped
class Approvables {
  private final List<Approvable> kinds;

  Approvables(@All List<Approvable> kinds) {
    this.kinds = kinds;
    if (kinds.stream().map(Approvable::kind).distinct().count() != kinds.size()) {
      throw new IllegalStateException("two features approve the same kind");
    }
  }

  Optional<Approvable> of(String kind) {
    return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  List<Approvable> all() {
    return kinds;
  }
}
