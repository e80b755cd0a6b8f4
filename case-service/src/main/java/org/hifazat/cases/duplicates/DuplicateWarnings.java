package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;

/** Says on a case that the child may be registered twice, or that the case went into another. */
@ApplicationScoped
class DuplicateWarnings implements CaseWarnings {
  private final Session entities;

  DuplicateWarnings(Session entities) {
    this.entities = entities;
  }

  @Override
  public List<Warning> of(CaseFile file) {
    return entities
        .createNativeQuery(
            """
            select 'case-merged' as code, m.surviving_case as subject from child_merge m
             where m.merged_case = :case and m.state = 'confirmed'
            union all
            select 'holds-merged-case', m.merged_case from child_merge m
             where m.surviving_case = :case and m.state = 'confirmed'
            union all
            select case when p.zone = 'likely' then 'likely-duplicate' else 'possible-duplicate' end, p.id
              from duplicate_pair p
             where (p.one_case = :case or p.other_case = :case) and p.state in ('open', 'unsure', 'same')\
            """,
            Object[].class)
        .setParameter("case", file.id())
        .getResultList()
        .stream()
        .map(
            row ->
                new Warning(
                    (String) row[0],
                    row[0].equals("case-merged") || row[0].equals("likely-duplicate"),
                    (UUID) row[1]))
        .toList();
  }
}
