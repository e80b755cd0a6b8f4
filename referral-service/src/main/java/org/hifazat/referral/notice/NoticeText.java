package org.hifazat.referral.notice;

/**
 * What a notice says: that something waits, and where to sign in. Whoever reads it on its way
 * learns that an agency works with the platform, and nothing else. Working translations.
 */
final class NoticeText {
  private NoticeText() {}

  static String subject(String language) {
    return switch (language) {
      case "ur" -> "حفاظت";
      case "ps" -> "حفاظت";
      default -> "Hifazat";
    };
  }

  static String text(String language, String url) {
    return switch (language) {
      case "ur" -> "ایک ریفرل آپ کا انتظار کر رہا ہے۔ پڑھنے کے لیے سائن اِن کریں: " + url;
      case "ps" -> "یو ریفرل ستاسو په تمه دی. د لوستلو لپاره ننوځئ: " + url;
      default -> "A referral waits for you. Sign in to read it: " + url;
    };
  }
}
