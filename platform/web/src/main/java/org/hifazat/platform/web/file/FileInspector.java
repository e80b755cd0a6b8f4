package org.hifazat.platform.web.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Believes no name and no header: a file is what its content is, and one thing only. Whatever would
 * also be taken for something else (a picture with a page of script before it, a paper with an
 * archive after it) is refused.
 */
public final class FileInspector {
  private static final int HEAD = 1024;
  private static final int ZIP_END = 22;
  private static final int ZIP_COMMENT = 65_535;
  private static final Pattern PAGE =
      Pattern.compile("<!doctype|<html|<script|<svg|<\\?xml|<iframe");

  private FileInspector() {}

  public static Inspection inspect(FileKind said, byte[] content) {
    if (!begins(said, content) || isAlsoSomethingElse(said, content)) {
      return Inspection.lies();
    }
    return switch (said) {
      case PDF -> PdfFile.inspect(content);
      case JPEG, PNG -> Picture.clean(said, content);
      case DOCX -> OfficeFile.clean(content);
      case MP4_VIDEO, MP4_AUDIO, THREE_GP, QUICKTIME -> IsoMedia.clean(said, content);
      case OGG -> SoundTags.ogg(content);
      case MP3 -> SoundTags.mp3(content);
      case WAV -> SoundTags.wav(content);
      case AMR -> new Inspection.Sound(content);
    };
  }

  private static boolean begins(FileKind said, byte[] content) {
    return switch (said) {
      case PDF -> at(content, 0, "%PDF-1.") || at(content, 0, "%PDF-2.");
      case JPEG -> at(content, 0, "\u00ff\u00d8\u00ff");
      case PNG -> at(content, 0, "\u0089PNG\r\n\u001a\n");
      case DOCX -> at(content, 0, "PK\u0003\u0004");
      case MP4_VIDEO, MP4_AUDIO, THREE_GP, QUICKTIME -> at(content, 4, "ftyp");
      case AMR -> at(content, 0, "#!AMR\n") || at(content, 0, "#!AMR-WB\n");
      case OGG -> at(content, 0, "OggS\u0000");
      case MP3 -> at(content, 0, "ID3") || isMp3Frame(content);
      case WAV -> at(content, 0, "RIFF") && at(content, 8, "WAVE");
    };
  }

  static boolean isMp3Frame(byte[] content) {
    return content.length > 4
        && (content[0] & 0xff) == 0xff
        && (content[1] & 0xe6) == 0xe2
        && (content[2] & 0xf0) != 0xf0;
  }

  private static boolean isAlsoSomethingElse(FileKind said, byte[] content) {
    String head = new String(content, 0, Math.min(HEAD, content.length), ISO_8859_1);
    boolean page = PAGE.matcher(head.toLowerCase(Locale.ROOT)).find();
    boolean pdf = said != FileKind.PDF && head.contains("%PDF-");
    return page || pdf || (said != FileKind.DOCX && endsAsZip(content));
  }

  /** An archive is found by its end, whatever stands before it. */
  static boolean endsAsZip(byte[] content) {
    int last = content.length - ZIP_END;
    for (int i = last; i >= Math.max(0, last - ZIP_COMMENT); i--) {
      if (at(content, i, "PK\u0005\u0006")) {
        int comment = (content[i + 20] & 0xff) | (content[i + 21] & 0xff) << 8;
        if (i + ZIP_END + comment == content.length) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean at(byte[] content, int position, String what) {
    if (position < 0 || position + what.length() > content.length) {
      return false;
    }
    for (int i = 0; i < what.length(); i++) {
      if ((content[position + i] & 0xff) != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
