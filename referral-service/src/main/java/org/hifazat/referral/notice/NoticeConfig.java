package org.hifazat.referral.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of notices. */
@ConfigMapping(prefix = "hifazat.notice")
public interface NoticeConfig {
  /** How e-mail goes: file (written to the file below) or smtp. */
  @WithDefault("file")
  Way email();

  /** How text messages go: file, or http (to the gateway below). */
  @WithDefault("file")
  SmsWay sms();

  /**
   * Where what goes by file is written, a line per notice. A dash writes to the service's log that
   * there was one, and not to whom.
   */
  @WithDefault("-")
  String writtenTo();

  /** Beginning of the address a notice names: what people know the platform by. */
  @WithDefault("http://localhost:8600")
  String publicUrl();

  /** Sender of e-mail. */
  @WithDefault("no-reply@hifazat.invalid")
  String from();

  /** How often what is due is looked for; off where others do it. */
  @WithDefault("10s")
  String lookEvery();

  /** How long what was sent, or failed for good, is kept. */
  @WithDefault("30d")
  Duration keep();

  Smtp smtp();

  SmsGateway smsGateway();

  /** The ways of e-mail. */
  enum Way {
    FILE,
    SMTP
  }

  /** The ways of text messages. */
  enum SmsWay {
    FILE,
    HTTP
  }

  /**
   * Whoever sends text messages for the platform: one request a message, as JSON or as a form, with
   * fields named as the gateway names them. What it answers with 2xx it has taken.
   */
  interface SmsGateway {
    /** Where the request goes; https unless plain http is allowed. */
    Optional<URI> url();

    /** The Authorization header, whole, as in {@code Bearer …}; a secret. */
    Optional<String> authorization();

    @WithDefault("json")
    Format format();

    /** Field that holds the number, with the country's code. */
    @WithDefault("to")
    String numberField();

    @WithDefault("text")
    String textField();

    @WithDefault("from")
    String senderField();

    /** Name or number the message comes from; left out when not set. */
    Optional<String> sender();

    /** For gateways in one's own network only. */
    @WithDefault("false")
    boolean plainHttp();

    @WithDefault("15s")
    Duration within();

    /** How the fields are written. */
    enum Format {
      JSON,
      FORM
    }
  }

  /** The mail server. */
  interface Smtp {
    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    /** Whether it is not sent without TLS. */
    @WithDefault("true")
    boolean startTls();

    /**
     * The certificate (PEM) of whoever vouches for this mail server, where that is nobody the
     * machine knows: then only what it vouches for is trusted.
     */
    Optional<String> authority();

    Optional<String> username();

    /** A secret; taken as it is written, also with a dollar sign in it. */
    Optional<String> password();

    @WithDefault("15s")
    Duration within();
  }
}
