package org.hifazat.identity.me;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hifazat.identity.agency.Agencies;
import org.hifazat.identity.agency.Agency;
import org.hifazat.identity.staff.StaffQueries;
import org.hifazat.identity.unit.Units;
import org.hifazat.platform.security.CallerContext;

/** Says who the caller is. */
@ApplicationScoped
public class Me {
  /** Who is signed in. */
  public sealed interface Person {
    /** Of the Commission, a unit or the helpline. */
    record OfStaff(StaffQueries.Known known, Optional<Units.Known> unit) implements Person {}

    /** Of a partner agency. */
    record OfAgency(Agency agency) implements Person {}
  }

  private final StaffQueries staff;
  private final Units units;
  private final Agencies agencies;
  private final CallerContext callers;

  Me(StaffQueries staff, Units units, Agencies agencies, CallerContext callers) {
    this.staff = staff;
    this.units = units;
    this.agencies = agencies;
    this.callers = callers;
  }

  /** Empty for an account the directory does not know. */
  @Transactional
  public Optional<Person> person() {
    Optional<Person> member =
        staff
            .me()
            .map(known -> new Person.OfStaff(known, known.staff().unitId().flatMap(units::find)));
    return member.or(
        () -> callers.current().agencyId().flatMap(agencies::find).map(Person.OfAgency::new));
  }
}
