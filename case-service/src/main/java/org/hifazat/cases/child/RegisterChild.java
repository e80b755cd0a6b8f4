package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.matching.ChildSearchKeys;
import org.hifazat.platform.persistence.IdSource;
import org.jspecify.annotations.Nullable;

/** Writes a child down as a person and makes them findable. Part of opening a case. */
@ApplicationScoped
public class RegisterChild {
  private final Session entities;
  private final ChildWords words;
  private final ChildSearchKeys keys;
  private final IdSource ids;
  private final Clock clock;

  RegisterChild(
      Session entities, ChildWords words, ChildSearchKeys keys, IdSource ids, Clock clock) {
    this.entities = entities;
    this.words = words;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /** What may come of it. */
  public sealed interface Result {
    record Registered(Child child) implements Result {}

    record BornInTheFuture() implements Result {}

    record NotUnder18() implements Result {}
  }

  /**
   * @param onDay the day the child came to notice; under 18 is decided for that day, because paper
   *     catches up later
   * @param phone a number of the family
   * @param cnic identity number of the child or a parent
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Result handle(
      ChildParticulars particulars,
      @Nullable String phone,
      @Nullable String cnic,
      LocalDate onDay) {
    Instant now = clock.instant();
    LocalDate birthDate = particulars.age().birthDate();
    if (birthDate != null && birthDate.isAfter(KarachiTime.day(now))) {
      return new Result.BornInTheFuture();
    }
    if (!particulars.age().under18(onDay)) {
      return new Result.NotUnder18();
    }
    UUID id = ids.next();
    ChildBackground.Family family =
        new ChildBackground.Family(phone, cnic == null ? null : cnic.replace("-", ""));
    Child child =
        Child.registered(id, particulars, words.seal(id, particulars), words.seal(id, family), now);
    entities.persist(child);
    entities.flush();
    makeFindable(id, particulars, phone, cnic);
    return new Result.Registered(child);
  }

  private void makeFindable(
      UUID id, ChildParticulars particulars, @Nullable String phone, @Nullable String cnic) {
    List<ChildSearchKeys.Key> all = new ArrayList<>(keys.givenName(particulars.givenName()));
    all.addAll(keys.givenName(particulars.knownAs()));
    all.addAll(keys.fatherName(particulars.fatherName()));
    all.addAll(keys.phone(phone));
    all.addAll(keys.cnic(cnic));
    entities
        .createNativeQuery(
            """
            insert into child_search_key (child_id, purpose, token)
            select :child, purpose, decode(token, 'hex')
              from unnest(cast(:purposes as text[]), cast(:tokens as text[])) as k(purpose, token)
            on conflict do nothing""")
        .setParameter("child", id)
        .setParameter(
            "purposes", all.stream().map(ChildSearchKeys.Key::purpose).toArray(String[]::new))
        .setParameter(
            "tokens",
            all.stream().map(key -> HexFormat.of().formatHex(key.token())).toArray(String[]::new))
        .executeUpdate();
  }
}
