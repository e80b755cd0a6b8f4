package org.hifazat.platform.web.file;

import java.util.Arrays;
import java.util.Optional;

/** What is accepted, no more than phones and offices make. */
public enum FileKind {
  PDF("application/pdf", "pdf"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  MP4_VIDEO("video/mp4", "mp4"),
  MP4_AUDIO("audio/mp4", "m4a"),
  THREE_GP("video/3gpp", "3gp"),
  QUICKTIME("video/quicktime", "mov"),
  AMR("audio/amr", "amr"),
  OGG("audio/ogg", "ogg"),
  MP3("audio/mpeg", "mp3"),
  WAV("audio/wav", "wav");

  private final String mediaType;
  private final String extension;

  FileKind(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  public String extension() {
    return extension;
  }

  public static Optional<FileKind> of(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }
}
