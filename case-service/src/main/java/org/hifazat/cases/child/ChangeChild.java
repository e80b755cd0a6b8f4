package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes down what is known of a child now, and keeps the child findable by it. */
@ApplicationScoped
public class ChangeChild {
  private final Session entities;
  private final ChildWords words;
  private final FindableChild findable;

  ChangeChild(Session entities, ChildWords words, FindableChild findable) {
    this.entities = entities;
    this.words = words;
    this.findable = findable;
  }

  /**
   * @return codes of the parts that differ from before: names, sex, age, languages, address,
   *     safe-contact, identity, disability, schooling, care; nothing is written when it is empty
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<String> handle(Child child, ChildParticulars now, ChildBackground background) {
    ChildParticulars before = words.open(child);
    ChildBackground backgroundBefore = words.openBackground(child);
    List<String> changed = differences(before, backgroundBefore, now, background);
    if (!changed.isEmpty()) {
      child.changed(
          now, words.seal(child.id(), now), background, words.seal(child.id(), background));
      entities.flush();
      findable.change(
          child.id(), findable.keysOf(before, backgroundBefore), findable.keysOf(now, background));
    }
    return changed;
  }

  private static List<String> differences(
      ChildParticulars before,
      ChildBackground backgroundBefore,
      ChildParticulars now,
      ChildBackground background) {
    List<String> changed = new ArrayList<>();
    compare(changed, "names", names(before, backgroundBefore), names(now, background));
    compare(changed, "sex", before.sex(), now.sex());
    compare(changed, "age", before.age(), now.age());
    compare(changed, "languages", backgroundBefore.languages(), background.languages());
    compare(changed, "address", before.address(), now.address());
    ChildBackground.Family familyBefore = backgroundBefore.family();
    ChildBackground.Family family = background.family();
    compare(
        changed,
        "safe-contact",
        List.of(shown(before.safeContact()), shown(familyBefore.phone())),
        List.of(shown(now.safeContact()), shown(family.phone())));
    compare(
        changed,
        "identity",
        new Numbers(backgroundBefore.identity(), familyBefore.number()),
        new Numbers(background.identity(), family.number()));
    compare(
        changed,
        "disability",
        List.of(backgroundBefore.disabilities(), shown(backgroundBefore.disabilityDetails())),
        List.of(background.disabilities(), shown(background.disabilityDetails())));
    compare(changed, "schooling", backgroundBefore.schooling(), background.schooling());
    compare(changed, "care", backgroundBefore.care(), background.care());
    return changed;
  }

  private record Numbers(ChildBackground.@Nullable Identity own, @Nullable String family) {}

  private static List<String> names(ChildParticulars child, ChildBackground background) {
    return List.of(
        child.givenName(),
        shown(child.fatherName()),
        shown(child.knownAs()),
        child.nameScript(),
        shown(background.givenNameOther()),
        shown(background.fatherNameOther()));
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void compare(
      List<String> changed, String code, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      changed.add(code);
    }
  }
}
