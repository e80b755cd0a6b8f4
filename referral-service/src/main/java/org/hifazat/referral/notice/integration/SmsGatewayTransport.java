package org.hifazat.referral.notice.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeConfig.SmsGateway;
import org.hifazat.referral.notice.NoticeConfig.SmsWay;
import org.hifazat.referral.notice.NoticeTransport;

/**
 * Hands text messages to a gateway over HTTP. What it answers besides the status is not read: the
 * time a request has ends with the head of the answer, and a body without an end would hold up all
 * notices.
 */
@ApplicationScoped
class SmsGatewayTransport implements NoticeTransport {
  private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7E]+");

  private final SmsWay way;
  private final SmsGateway gateway;
  private final ObjectMapper json;
  private final HttpClient client;

  SmsGatewayTransport(NoticeConfig config, ObjectMapper json) {
    this.way = config.sms();
    this.gateway = config.smsGateway();
    this.json = json;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(gateway.within())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A service that could send nothing does not start. */
  void check(@Observes StartupEvent starting) {
    if (way == SmsWay.HTTP) {
      address();
      authorization();
    }
  }

  /** The value is a secret: it is in no message. */
  private Optional<String> authorization() {
    Optional<String> value = gateway.authorization();
    if (value.filter(text -> !HEADER.matcher(text).matches()).isPresent()) {
      throw new IllegalStateException(
          "hifazat.notice.sms-gateway.authorization is no header: it holds a line break or another"
              + " character that is not printed");
    }
    return value;
  }

  URI address() {
    URI url =
        gateway
            .url()
            .orElseThrow(
                () -> new IllegalStateException("hifazat.notice.sms-gateway.url is not set"));
    boolean safe = "https".equals(url.getScheme());
    if (url.getHost() == null
        || !(safe || (gateway.plainHttp() && "http".equals(url.getScheme())))) {
      throw new IllegalStateException(
          "hifazat.notice.sms-gateway.url is no https address, and plain-http is not allowed");
    }
    return url;
  }

  @Override
  public boolean takes(Channel channel) {
    return channel == Channel.SMS && way == SmsWay.HTTP;
  }

  @Override
  public void send(Notice notice) throws NotSentException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address())
            .timeout(gateway.within())
            .header(
                "Content-Type",
                switch (gateway.format()) {
                  case JSON -> "application/json";
                  case FORM -> "application/x-www-form-urlencoded";
                })
            .POST(HttpRequest.BodyPublishers.ofString(body(notice)));
    authorization().ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      int status = answer.statusCode();
      if (status < 200 || status >= 300) {
        throw new NotSentException("sms-gateway-refused");
      }
    } catch (HttpTimeoutException slow) {
      throw new NotSentException("sms-gateway-slow");
    } catch (IOException away) {
      throw new NotSentException("sms-gateway-away");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotSentException("stopped");
    }
  }

  private String body(Notice notice) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(gateway.numberField(), notice.to());
    fields.put(gateway.textField(), notice.text());
    gateway.sender().ifPresent(sender -> fields.put(gateway.senderField(), sender));
    return switch (gateway.format()) {
      case JSON -> json(fields);
      case FORM ->
          fields.entrySet().stream()
              .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
              .collect(Collectors.joining("&"));
    };
  }

  private String json(Map<String, String> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A text message could not be written", impossible);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
