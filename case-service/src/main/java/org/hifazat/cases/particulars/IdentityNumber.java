package org.hifazat.cases.particulars;

import java.util.ArrayList;
import java.util.List;

/**
 * The thirteen digits of a CNIC or B-form, written {@code 17301-1234567-1}. Its first digit names
 * the region that issued it (1 Khyber Pakhtunkhwa, 2 the former tribal areas, 3 to 8 the others),
 * its last is odd for men and even for women; NADRA gives no check digit. Neither rule is strict
 * enough to refuse a number, so both only make somebody look again.
 */
public final class IdentityNumber {
  private static final int DIGITS = 13;
  private static final int AREA = 5;

  private IdentityNumber() {}

  /** The digits alone. */
  public static String normal(String written) {
    return written.replace("-", "");
  }

  public static String shown(String digits) {
    return digits.length() != DIGITS
        ? digits
        : digits.substring(0, AREA)
            + '-'
            + digits.substring(AREA, DIGITS - 1)
            + '-'
            + digits.substring(DIGITS - 1);
  }

  /**
   * @return other-region, no-region, other-sex: what somebody should look at again; may be empty
   */
  public static List<String> doubts(String digits, String sex) {
    List<String> doubts = new ArrayList<>();
    switch (digits.charAt(0)) {
      case '1', '2' -> {}
      case '0', '9' -> doubts.add("no-region");
      default -> doubts.add("other-region");
    }
    boolean odd = (digits.charAt(digits.length() - 1) - '0') % 2 == 1;
    if ((sex.equals("male") && !odd) || (sex.equals("female") && odd)) {
      doubts.add("other-sex");
    }
    return List.copyOf(doubts);
  }
}
