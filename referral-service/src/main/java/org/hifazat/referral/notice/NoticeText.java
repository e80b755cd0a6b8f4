package org.hifazat.referral.notice;

import java.util.Locale;

/**
 * What a notice says: that something waits or has changed, and where to sign in. Whoever reads it
 * on its way learns that an agency works with the platform, and nothing else. Working translations.
 */
enum NoticeText {
  WAITS,
  CHANGED;

  /** What a later version beside this one has to say is news too. */
  static NoticeText of(String label) {
    return WAITS.label().equals(label) ? WAITS : CHANGED;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String subject(String language) {
    return switch (language) {
      case "ur" -> "حفاظت";
      case "ps" -> "حفاظت";
      default -> "Hifazat";
    };
  }

  String text(String language, String url) {
    return switch (this) {
      case WAITS -> waits(language, url);
      case CHANGED -> changed(language, url);
    };
  }

  private static String waits(String language, String url) {
    return switch (language) {
      case "ur" -> "ایک ریفرل آپ کا انتظار کر رہا ہے۔ پڑھنے کے لیے سائن اِن کریں: " + url;
      case "ps" -> "یو ریفرل ستاسو په تمه دی. د لوستلو لپاره ننوځئ: " + url;
      default -> "A referral waits for you. Sign in to read it: " + url;
    };
  }

  private static String changed(String language, String url) {
    return switch (language) {
      case "ur" -> "ایک ریفرل کے بارے میں کچھ بدل گیا ہے۔ براہِ کرم سائن اِن کر کے دیکھیں: " + url;
      case "ps" -> "د یو ریفرل په اړه یو څه بدل شوي دي. مهرباني وکړئ، ننوځئ او وګورئ: " + url;
      default -> "Something has changed about a referral. Please sign in and look: " + url;
    };
  }
}
