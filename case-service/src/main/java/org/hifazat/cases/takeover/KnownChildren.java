package org.hifazat.cases.takeover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.matching.ChildMarks;
import org.hifazat.cases.matching.Comparison;
import org.hifazat.cases.matching.GatheredMarks;
import org.hifazat.cases.matching.Judgement;
import org.hifazat.cases.matching.MarkRegister;
import org.hifazat.cases.matching.NameCounts;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * Who of the registered children a row may be, by the matcher's weights. The marks are the
 * matcher's alone; whoever imports learns the number of a case only where a search would tell it.
 */
@ApplicationScoped
class KnownChildren {
  /** No child of the register has this id: nobody is left out of what is found. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final Session entities;
  private final MarkRegister register;
  private final CallerContext callers;

  KnownChildren(Session entities, MarkRegister register, CallerContext callers) {
    this.entities = entities;
    this.register = register;
    this.callers = callers;
  }

  /**
   * @param counts how common the row's names are, in the register and the file together
   * @param likes the likeliest first
   */
  record Around(NameCounts counts, List<Like> likes) {
    static final Around NOBODY = new Around(NameCounts.none(), List.of());
  }

  record Like(UUID childId, Judgement judgement) {}

  /** By row. */
  Map<Integer, Around> around(Collection<Integer> rows, OpenFile file) {
    return callers.<Map<Integer, Around>, RuntimeException>as(
        Caller.system("imports"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      Map<Integer, Around> found = new HashMap<>();
                      for (int row : rows) {
                        ChildMarks child = file.marks(row);
                        if (child != null) {
                          found.put(row, around(child, file.gathered()));
                        }
                      }
                      return found;
                    }));
  }

  private Around around(ChildMarks child, GatheredMarks gathered) {
    NameCounts counts = gathered.counts(child, register.counts(child));
    List<Like> likes = new ArrayList<>();
    for (MarkRegister.Known other : register.around(NOBODY, child, counts)) {
      Judgement judgement = Comparison.of(child, other.marks(), counts);
      if (judgement.zone() != Judgement.Zone.NONE) {
        likes.add(new Like(other.childId(), judgement));
      }
    }
    likes.sort(Comparator.comparingDouble(like -> -like.judgement().chance()));
    return new Around(counts, likes);
  }

  /** Numbers of the cases that the caller may be told of, by child. */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, String> numbers(Collection<Around> all) {
    UUID[] children =
        all.stream().flatMap(one -> one.likes().stream()).map(Like::childId).toArray(UUID[]::new);
    Map<UUID, String> numbers = new HashMap<>();
    if (children.length > 0) {
      entities
          .createNativeQuery(
              "select child_id, number from case_numbers_of_children(:children)", Object[].class)
          .setParameter("children", children)
          .getResultList()
          .forEach(row -> numbers.put((UUID) row[0], (String) row[1]));
    }
    return numbers;
  }
}
